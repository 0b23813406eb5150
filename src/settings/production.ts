import type { Problem } from "./problem"
import type { Settings } from "./read"
import {
  DEVELOPMENT_COOKIE_SECRET,
  DEVELOPMENT_JWT_SECRET,
} from "./sections/accounts"
import type { SettingName } from "./schema"

type Given = ReadonlySet<SettingName>

type Rule = (settings: Settings, given: Given) => Problem[]

const SECRET_LENGTH = 32

/** Fewer different characters than this is a word or a row of zeros. */
const SECRET_VARIETY = 10

const KNOWN_SECRETS = [
  DEVELOPMENT_JWT_SECRET,
  DEVELOPMENT_COOKIE_SECRET,
  "duka-development-secret",
  "supersecret",
]

const ADVICE = "set it to the output of `openssl rand -base64 48`."

const weakness = (secret: string) => {
  if (KNOWN_SECRETS.some((known) => secret.includes(known))) {
    return "is a secret that everybody can read in the source"
  }
  if (secret.length < SECRET_LENGTH) {
    return `is shorter than ${SECRET_LENGTH} characters`
  }
  if (new Set(secret).size < SECRET_VARIETY) {
    return "repeats a few characters and can be guessed"
  }
  return undefined
}

const secrets: Rule = (settings) => {
  const problems: Problem[] = []
  for (const setting of ["JWT_SECRET", "COOKIE_SECRET"] as const) {
    const weak = weakness(settings[setting])
    if (weak) {
      problems.push({ setting, message: `${weak}; ${ADVICE}` })
    }
  }
  if (settings.JWT_SECRET === settings.COOKIE_SECRET) {
    problems.push({
      setting: "COOKIE_SECRET",
      message: `is the same as JWT_SECRET; ${ADVICE}`,
    })
  }
  return problems
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/

const isLoopback = (address: string) => LOOPBACK.test(new URL(address).hostname)

const isPlain = (address: string) => new URL(address).protocol === "http:"

const TRY_IT = "To try production on one machine, set TRIAL_MODE to `local`."

const addressProblem = (address: string, trial: Settings["TRIAL_MODE"]) => {
  if (isLoopback(address)) {
    return trial === "local"
      ? undefined
      : `is this machine, which nobody else reaches; set the public https address. ${TRY_IT}`
  }
  return isPlain(address)
    ? "is not encrypted; set an address that starts with `https://`."
    : undefined
}

const unsetAddress = `is not set; set the public https address. ${TRY_IT}`

const addresses: Rule = (settings, given) => {
  const names = [
    "BACKEND_URL",
    "STOREFRONT_URL",
    "ASSETS_URL",
    "IMAGEKIT_URL_ENDPOINT",
  ] as const
  const problems: Problem[] = names.flatMap((setting) => {
    const address = given.has(setting) ? settings[setting] : undefined
    const message = address && addressProblem(address, settings.TRIAL_MODE)
    return message ? [{ setting, message }] : []
  })
  return given.has("BACKEND_URL") || settings.TRIAL_MODE === "local"
    ? problems
    : [{ setting: "BACKEND_URL", message: unsetAddress }, ...problems]
}

const originProblem = (origin: string, trial: Settings["TRIAL_MODE"]) => {
  if (origin === "*") {
    return "contains `*`, which lets every site act for a logged-in person; list the origins."
  }
  if (origin.startsWith("/")) {
    return origin.includes("^") && origin.includes("$")
      ? undefined
      : "contains a pattern without `^` and `$`, which foreign sites can match; write it in full or list the origins."
  }
  if (isLoopback(origin)) {
    return trial === "local"
      ? undefined
      : `contains \`${origin}\`, a page on somebody's own machine; list the public origins. ${TRY_IT}`
  }
  return isPlain(origin)
    ? `contains \`${origin}\`, which is not encrypted; use \`https://\`.`
    : undefined
}

const cors: Rule = (settings, given) =>
  (["STORE_CORS", "ADMIN_CORS", "AUTH_CORS"] as const).flatMap((setting) => {
    if (!given.has(setting) && settings.TRIAL_MODE !== "local") {
      const message =
        "is not set; list the public origins, separated by commas."
      return [{ setting, message }]
    }
    return settings[setting].flatMap((origin) => {
      const message = originProblem(origin, settings.TRIAL_MODE)
      return message ? [{ setting, message }] : []
    })
  })

const database: Rule = (_, given) =>
  given.has("DATABASE_URL") || given.has("DB_HOST")
    ? []
    : [
        {
          setting: "DATABASE_URL",
          message:
            "is not set; set the address of the shop's Postgres, or DB_HOST and the other parts.",
        },
      ]

const workers: Rule = ({ REDIS_URL, WORKER_MODE }) =>
  REDIS_URL || WORKER_MODE === "shared"
    ? []
    : [
        {
          setting: "WORKER_MODE",
          message: `is \`${WORKER_MODE}\` without Redis, so events never reach the other process; set REDIS_URL, or WORKER_MODE to \`shared\`.`,
        },
      ]

const simulators: Rule = ({ SIMULATORS_URL }) =>
  SIMULATORS_URL
    ? [
        {
          setting: "SIMULATORS_URL",
          message:
            "is set, so payments would only be played; take it out in production.",
        },
      ]
    : []

/** An account is in use when the setting that makes it work is set. */
const ACCOUNTS = {
  MPESA_ENVIRONMENT: "MPESA_CONSUMER_KEY",
  BKASH_ENVIRONMENT: "BKASH_APP_KEY",
  NAGAD_ENVIRONMENT: "NAGAD_MERCHANT_ID",
  SSLCOMMERZ_ENVIRONMENT: "SSLCOMMERZ_STORE_ID",
} as const satisfies Partial<Record<SettingName, SettingName>>

const TWILIO_SANDBOX_NUMBER = "14155238886"

const STAGE = "On a server where nobody pays, set TRIAL_MODE to `staging`."

const sandboxes: Rule = (settings, given) => {
  if (settings.TRIAL_MODE !== "off") {
    return []
  }
  const problems: Problem[] = []
  if (/^(sk|rk)_test_/.test(settings.STRIPE_API_KEY ?? "")) {
    problems.push({
      setting: "STRIPE_API_KEY",
      message: `is a test key, so nobody would be charged; set the live key. ${STAGE}`,
    })
  }
  for (const setting of Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[]) {
    if (settings[setting] === "sandbox" && given.has(ACCOUNTS[setting])) {
      problems.push({
        setting,
        message: `is \`sandbox\`, so nobody would be charged; set it to \`production\`. ${STAGE}`,
      })
    }
  }
  const sender = settings.TWILIO_WHATSAPP_FROM?.replace(/\D/g, "")
  if (sender === TWILIO_SANDBOX_NUMBER) {
    problems.push({
      setting: "TWILIO_WHATSAPP_FROM",
      message: `is Twilio's sandbox, which reaches testers only; set the shop's own number. ${STAGE}`,
    })
  }
  return problems
}

const rules: readonly Rule[] = [
  database,
  secrets,
  workers,
  simulators,
  addresses,
  cors,
  sandboxes,
]

/** What keeps a server from going live. */
export const productionProblems = (
  settings: Settings,
  given: Given
): Problem[] => rules.flatMap((rule) => rule(settings, given))
