import { type Environment, readSettings } from "../read"
import { settingsWarnings } from "../warnings"

/** What a live shop sets at least. */
const live = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://duka:pw@db.example/duka",
  REDIS_URL: "redis://cache.example",
  JWT_SECRET: "Zk3vQ9pL2mN8xR5tW7yB4cD6fG1hJ0sA",
  COOKIE_SECRET: "qP8wE3rT6yU1iO9aS4dF7gH2jK5lZ0xC",
  BACKEND_URL: "https://api.example",
  STORE_CORS: "https://shop.example",
  ADMIN_CORS: "https://api.example",
  AUTH_CORS: "https://shop.example,https://api.example",
  FILE_PROVIDER: "s3",
  ASSETS_URL: "https://cdn.example",
  S3_BUCKET: "shop",
  S3_PRIVATE_BUCKET: "shop-private",
  S3_ACCESS_KEY_ID: "id",
  S3_SECRET_ACCESS_KEY: "key",
}

const mpesa = {
  MPESA_CONSUMER_KEY: "key",
  MPESA_CONSUMER_SECRET: "secret",
  MPESA_SHORTCODE: "600000",
  MPESA_PASSKEY: "passkey",
}

const sentences = (change: Environment) =>
  readSettings({ ...live, ...change }).problems.map(
    ({ setting, message }) => `${setting} ${message}`
  )

const OPENSSL = "set it to the output of `openssl rand -base64 48`."
const LOCAL = "To try production on one machine, set TRIAL_MODE to `local`."
const STAGING = "On a server where nobody pays, set TRIAL_MODE to `staging`."

describe("production", () => {
  it("starts with what a live shop sets", () => {
    expect(sentences({})).toEqual([])
  })

  it.each<[Environment, string]>([
    [
      { DATABASE_URL: undefined },
      "DATABASE_URL is not set; set the address of the shop's Postgres, or DB_HOST and the other parts.",
    ],
    [
      { REDIS_URL: "", WORKER_MODE: "worker" },
      "WORKER_MODE is `worker` without Redis, so events never reach the other process; set REDIS_URL, or WORKER_MODE to `shared`.",
    ],
    [
      { JWT_SECRET: undefined },
      `JWT_SECRET is a secret that everybody can read in the source; ${OPENSSL}`,
    ],
    [
      { JWT_SECRET: "supersecret-supersecret-supersecret" },
      `JWT_SECRET is a secret that everybody can read in the source; ${OPENSSL}`,
    ],
    [
      { COOKIE_SECRET: "Zk3vQ9pL2mN8xR5tW7yB4cD6fG1hJ0s" },
      `COOKIE_SECRET is shorter than 32 characters; ${OPENSSL}`,
    ],
    [
      { COOKIE_SECRET: "abc".repeat(20) },
      `COOKIE_SECRET repeats a few characters and can be guessed; ${OPENSSL}`,
    ],
    [
      { COOKIE_SECRET: live.JWT_SECRET },
      `COOKIE_SECRET is the same as JWT_SECRET; ${OPENSSL}`,
    ],
    [
      { STORE_CORS: "*" },
      "STORE_CORS contains `*`, which lets every site act for a logged-in person; list the origins.",
    ],
    [
      { ADMIN_CORS: "https://api.example,*" },
      "ADMIN_CORS contains `*`, which lets every site act for a logged-in person; list the origins.",
    ],
    [
      { AUTH_CORS: "/shop\\.example/" },
      "AUTH_CORS contains a pattern without `^` and `$`, which foreign sites can match; write it in full or list the origins.",
    ],
    [
      { STORE_CORS: "http://localhost:8000" },
      `STORE_CORS contains \`http://localhost:8000\`, a page on somebody's own machine; list the public origins. ${LOCAL}`,
    ],
    [
      { STORE_CORS: "http://shop.example" },
      "STORE_CORS contains `http://shop.example`, which is not encrypted; use `https://`.",
    ],
    [
      { ADMIN_CORS: "" },
      "ADMIN_CORS is not set; list the public origins, separated by commas.",
    ],
    [
      { SIMULATORS_URL: "http://localhost:4010" },
      "SIMULATORS_URL is set, so payments would only be played; take it out in production.",
    ],
    [
      { BACKEND_URL: "http://api.example" },
      "BACKEND_URL is not encrypted; set an address that starts with `https://`.",
    ],
    [
      { BACKEND_URL: undefined },
      `BACKEND_URL is not set; set the public https address. ${LOCAL}`,
    ],
    [
      { BACKEND_URL: "http://localhost:9000" },
      `BACKEND_URL is this machine, which nobody else reaches; set the public https address. ${LOCAL}`,
    ],
    [
      { STOREFRONT_URL: "http://127.0.0.1:8000" },
      `STOREFRONT_URL is this machine, which nobody else reaches; set the public https address. ${LOCAL}`,
    ],
    [
      { STRIPE_API_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" },
      `STRIPE_API_KEY is a test key, so nobody would be charged; set the live key. ${STAGING}`,
    ],
    [
      { ...mpesa },
      `MPESA_ENVIRONMENT is \`sandbox\`, so nobody would be charged; set it to \`production\`. ${STAGING}`,
    ],
    [
      { BKASH_APP_KEY: "key", BKASH_ENVIRONMENT: "sandbox" },
      `BKASH_ENVIRONMENT is \`sandbox\`, so nobody would be charged; set it to \`production\`. ${STAGING}`,
    ],
    [
      { TWILIO_WHATSAPP_FROM: "+1 415 523 8886" },
      `TWILIO_WHATSAPP_FROM is Twilio's sandbox, which reaches testers only; set the shop's own number. ${STAGING}`,
    ],
  ])("refuses %j", (change, problem) => {
    expect(sentences(change)).toEqual([problem])
  })

  it.each<[Environment]>([
    [{ AUTH_CORS: "/^https:\\/\\/[a-z]+\\.shop\\.example$/" }],
    [{ STRIPE_API_KEY: "sk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_1" }],
    [{ ...mpesa, MPESA_ENVIRONMENT: "production" }],
    [{ DATABASE_URL: "", DB_HOST: "db", DB_USER: "duka" }],
  ])("accepts %j", (change) => {
    expect(sentences(change)).toEqual([])
  })

  it("says nothing of production elsewhere", () => {
    expect(readSettings({ STORE_CORS: "*" }).problems).toEqual([])
  })

  it("does not hold the building of code to it", () => {
    const environment = { NODE_ENV: "production" }

    expect(readSettings(environment, { compiling: true }).problems).toEqual([])
    expect(readSettings(environment).problems.length).toBeGreaterThan(0)
  })

  it("reports a value that is wrong in itself only once", () => {
    expect(sentences({ BACKEND_URL: "api.example" })).toEqual([
      "BACKEND_URL must be an address that starts with `http://` or `https://`, but it is `api.example`.",
    ])
  })

  it("shows no secret, whatever is wrong with it", () => {
    const secret = "hunter2-hunter2"
    const { problems } = readSettings({
      ...live,
      JWT_SECRET: secret,
      COOKIE_SECRET: secret,
      DATABASE_URL: `mysql://root:${secret}@db`,
      STRIPE_API_KEY: `sk_test_${secret}`,
    })

    expect(problems.length).toBe(5)
    expect(JSON.stringify(problems)).not.toContain(secret)
  })
})

describe("a trial of production", () => {
  const local = {
    TRIAL_MODE: "local",
    BACKEND_URL: "http://localhost:9000",
    STORE_CORS: "http://localhost:8000",
    ADMIN_CORS: undefined,
    STRIPE_API_KEY: "sk_test_1",
    STRIPE_WEBHOOK_SECRET: "whsec_1",
  }

  it("on one machine accepts its addresses and test accounts", () => {
    expect(sentences(local)).toEqual([])
  })

  it("on one machine accepts neither `*`, simulators nor known secrets", () => {
    expect(
      sentences({
        ...local,
        STORE_CORS: "*",
        SIMULATORS_URL: "http://localhost:1",
        JWT_SECRET: undefined,
        BACKEND_URL: "http://api.example",
      }).map((problem) => problem.split(" ")[0])
    ).toEqual(["JWT_SECRET", "SIMULATORS_URL", "BACKEND_URL", "STORE_CORS"])
  })

  it("as staging accepts test accounts, but no local address", () => {
    const staging = {
      TRIAL_MODE: "staging",
      STRIPE_API_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: "whsec_1",
    }

    expect(sentences(staging)).toEqual([])
    expect(
      sentences({ ...staging, BACKEND_URL: "http://localhost:9000" })
    ).toHaveLength(1)
  })
})

describe("warnings", () => {
  const warnings = (change: Environment) => {
    const { settings, given } = readSettings({ ...live, ...change })
    return settingsWarnings(settings, given)
  }

  it("has none for a live shop", () => {
    expect(warnings({})).toEqual([])
  })

  it.each<[Environment, string]>([
    [
      { NODE_ENV: "development", REDIS_URL: "", WORKER_MODE: "server" },
      "WORKER_MODE is `server` without Redis, so events never reach the other process; set REDIS_URL, or WORKER_MODE to `shared`.",
    ],
    [
      { REDIS_URL: "" },
      "REDIS_URL is not set, so log-ins to the admin and events live in this one process; start no second one.",
    ],
    [
      { TRIAL_MODE: "staging" },
      "TRIAL_MODE is `staging`, so payments may be tests; never leave it on where people buy.",
    ],
    [
      { FILE_PROVIDER: "local" },
      "FILE_PROVIDER is `local`, so uploads are on this machine's disk; keep that disk, or set it to `s3`, `cloudinary` or `imagekit`.",
    ],
    [
      { S3_PRIVATE_BUCKET: "" },
      "S3_PRIVATE_BUCKET is not set, so exports lie in the folder `private` of the public bucket; set it, or hide that folder.",
    ],
    [
      { AUDIT_RETENTION: "30d" },
      "AUDIT_RETENTION is set, but nothing reads it yet (audit).",
    ],
  ])("warns of %j", (change, warning) => {
    expect(warnings(change)).toEqual([warning])
  })
})
