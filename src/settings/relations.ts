import type { Problem } from "./problem"
import type { Settings } from "./read"
import type { SettingName } from "./schema"

type Given = ReadonlySet<SettingName>

type Check = (settings: Settings, given: Given) => Problem | false

const hostOf = (address: unknown) =>
  typeof address === "string" && URL.canParse(address)
    ? new URL(address).hostname
    : undefined

/** `npm start` hands the address on that it made of the parts: no conflict. */
const sameServer =
  (url: SettingName, host: SettingName): Check =>
  (settings, given) =>
    given.has(url) &&
    given.has(host) &&
    hostOf(settings[url]) !== settings[host] && {
      setting: host,
      message: `is set and ${url} names another server; keep one of them.`,
    }

const needs =
  (one: SettingName, other: SettingName): Check =>
  (_, given) =>
    given.has(one) &&
    !given.has(other) && {
      setting: other,
      message: `is not set, but ${one} needs it.`,
    }

const above =
  (low: SettingName, high: SettingName): Check =>
  (settings) =>
    Number(settings[low]) > Number(settings[high]) && {
      setting: low,
      message: `is ${settings[low]}, which is more than ${high} (${settings[high]}).`,
    }

const store =
  (provider: Settings["FILE_PROVIDER"], name: SettingName): Check =>
  ({ FILE_PROVIDER }, given) =>
    FILE_PROVIDER === provider &&
    !given.has(name) && {
      setting: name,
      message: `is not set, but FILE_PROVIDER is \`${provider}\` and needs it.`,
    }

/** A stand-in on this machine has an account already. */
const account =
  (provider: Settings["FILE_PROVIDER"], name: SettingName): Check =>
  (settings, given) =>
    !settings.SIMULATORS_URL && store(provider, name)(settings, given)

/** What must hold between settings, whatever kind of server it is. */
const checks: readonly Check[] = [
  sameServer("DATABASE_URL", "DB_HOST"),
  needs("DB_HOST", "DB_USER"),
  sameServer("REDIS_URL", "REDIS_HOST"),
  above("DATABASE_POOL_MIN", "DATABASE_POOL_MAX"),
  above("PAGE_SIZE", "PAGE_SIZE_MAX"),
  needs("STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET"),
  needs("MPESA_CONSUMER_KEY", "MPESA_CONSUMER_SECRET"),
  needs("MPESA_CONSUMER_KEY", "MPESA_SHORTCODE"),
  needs("MPESA_CONSUMER_KEY", "MPESA_PASSKEY"),
  needs("MPESA_INITIATOR_NAME", "MPESA_INITIATOR_PASSWORD"),
  needs("MPESA_INITIATOR_NAME", "MPESA_CERTIFICATE"),
  store("s3", "S3_BUCKET"),
  store("s3", "S3_ACCESS_KEY_ID"),
  store("s3", "S3_SECRET_ACCESS_KEY"),
  store("s3", "ASSETS_URL"),
  account("cloudinary", "CLOUDINARY_URL"),
  account("imagekit", "IMAGEKIT_URL_ENDPOINT"),
  account("imagekit", "IMAGEKIT_PRIVATE_KEY"),
  needs("IMAGEKIT_PRIVATE_KEY", "IMAGEKIT_URL_ENDPOINT"),
  ({ DATABASE_TLS, DATABASE_URL }) =>
    DATABASE_TLS !== "auto" &&
    /[?&]ssl_?mode=/i.test(DATABASE_URL) && {
      setting: "DATABASE_TLS",
      message:
        "is set, but DATABASE_URL says `sslmode` too; take that out of the address.",
    },
  ({ DATABASE_TLS }, given) =>
    given.has("DATABASE_TLS_CA") &&
    DATABASE_TLS !== "verify" && {
      setting: "DATABASE_TLS_CA",
      message: "is used only when DATABASE_TLS is `verify`; set that.",
    },
  ({ RATE_LIMIT_STORE, REDIS_URL }) =>
    RATE_LIMIT_STORE === "redis" &&
    !REDIS_URL && {
      setting: "RATE_LIMIT_STORE",
      message: "is `redis`, but REDIS_URL is not set; set it.",
    },
]

export const relationProblems = (settings: Settings, given: Given): Problem[] =>
  checks
    .map((check) => check(settings, given))
    .filter((problem) => problem !== false)
