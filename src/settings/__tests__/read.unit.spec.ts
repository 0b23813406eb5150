import { SettingsError } from "../problem"
import { type Environment, readSettings } from "../read"

const sentences = (environment: Environment) =>
  readSettings(environment).problems.map(
    ({ setting, message }) => `${setting} ${message}`
  )

const settingsOf = (environment: Environment) => {
  const { settings, problems } = readSettings(environment)

  expect(problems).toEqual([])
  return settings
}

describe("reading settings", () => {
  it("needs nothing", () => {
    expect(settingsOf({})).toMatchObject({
      NODE_ENV: "development",
      PORT: 9000,
      BACKEND_URL: "http://localhost:9000",
      DATABASE_URL: "postgres://localhost/duka",
      REDIS_URL: undefined,
      WORKER_MODE: "shared",
      ADMIN_ENABLED: true,
      STORE_CORS: ["http://localhost:8000", "http://localhost:3000"],
      RATE_LIMIT_STORE: "memory",
      RATE_LIMIT_AUTH: { points: 10, seconds: 60 },
      RATE_LIMIT_WRITE: { points: 100, seconds: 900 },
      RATE_LIMIT_READ: { points: 600, seconds: 60 },
      RATE_LIMIT_TRUSTED: [],
      TRUSTED_PROXY_HOPS: 0,
      PAGE_SIZE: 10,
      PAGE_SIZE_MAX: 100,
      ACCESS_TOKEN_TTL: 900,
      REFRESH_TOKEN_TTL: 604_800,
      FILE_PROVIDER: "local",
      EMAIL_PROVIDER: "smtp",
      LOW_STOCK_THRESHOLD: 5,
      LINE_QUANTITY_MAX: 100,
      NAME_MAX_LENGTH: 255,
      PASSWORD_MIN_LENGTH: 8,
      PASSWORD_CLASSES: 4,
      GUEST_CHECKOUT: true,
      REQUIRE_VERIFIED: false,
      LOG_FORMAT: "text",
    })
  })

  it("gives each value its type", () => {
    expect(
      settingsOf({
        PORT: "8080",
        ADMIN_ENABLED: "0",
        GUEST_CHECKOUT: "False",
        STORE_CORS: "https://a.example/, https://b.example,",
        REFRESH_TOKEN_TTL: "12h",
        RATE_LIMIT_AUTH: "5/2m",
        RATE_LIMIT_TRUSTED: "10.0.0.0/8,::1",
        SHOP_TIME_ZONE: "Asia/Kolkata",
        PUBLISH_REQUIRES: "none",
        BACKEND_URL: "https://api.example/",
      })
    ).toMatchObject({
      PORT: 8080,
      ADMIN_ENABLED: false,
      GUEST_CHECKOUT: false,
      STORE_CORS: ["https://a.example", "https://b.example"],
      REFRESH_TOKEN_TTL: 43_200,
      RATE_LIMIT_AUTH: { points: 5, seconds: 120 },
      RATE_LIMIT_TRUSTED: ["10.0.0.0/8", "::1"],
      SHOP_TIME_ZONE: "Asia/Kolkata",
      PUBLISH_REQUIRES: [],
      BACKEND_URL: "https://api.example",
    })
  })

  it("takes an empty value for none, and drops spaces", () => {
    const { settings, given } = readSettings({
      PORT: "",
      REDIS_URL: "   ",
      STRIPE_API_KEY: "",
      HOST: " 0.0.0.0 ",
    })

    expect(settings.PORT).toBe(9000)
    expect(settings.REDIS_URL).toBeUndefined()
    expect(settings.HOST).toBe("0.0.0.0")
    expect([...given]).toEqual(["HOST"])
  })

  it("follows the port in its own address", () => {
    expect(settingsOf({ PORT: "9123" }).BACKEND_URL).toBe(
      "http://localhost:9123"
    )
  })

  it("cannot be changed while the server runs", () => {
    const settings = settingsOf({})

    expect(Object.isFrozen(settings)).toBe(true)
    expect(Object.isFrozen(settings.STORE_CORS)).toBe(true)
    expect(Object.isFrozen(settings.RATE_LIMIT_AUTH)).toBe(true)
    expect(() => Object.assign(settings, { PORT: 1 })).toThrow(TypeError)
  })

  it("makes addresses of their parts", () => {
    expect(
      settingsOf({
        DB_HOST: "db.example",
        DB_PORT: "6432",
        DB_USER: "duka",
        DB_PASSWORD: "p@ss/word",
        DB_NAME: "shop",
        REDIS_HOST: "cache.example",
        REDIS_PASSWORD: "s:cret",
        REDIS_TLS: "true",
      })
    ).toMatchObject({
      DATABASE_URL: "postgres://duka:p%40ss%2Fword@db.example:6432/shop",
      REDIS_URL: "rediss://:s%3Acret@cache.example:6379",
    })
  })

  it("logs for machines in production", () => {
    expect(readSettings({ NODE_ENV: "production" }).settings.LOG_FORMAT).toBe(
      "json"
    )
    expect(
      readSettings({ NODE_ENV: "production", LOG_FORMAT: "text" }).settings
        .LOG_FORMAT
    ).toBe("text")
  })
})

describe("a wrong value", () => {
  it.each([
    [
      "NODE_ENV",
      "staging",
      "must be one of `development`, `test`, `production`, but it is `staging`.",
    ],
    ["PORT", "abc", "must be a whole number from 0 to 65535, but it is `abc`."],
    [
      "PORT",
      "65536",
      "must be a whole number from 0 to 65535, but it is `65536`.",
    ],
    ["PORT", "1e3", "must be a whole number from 0 to 65535, but it is `1e3`."],
    ["ADMIN_ENABLED", "yes", "must be `true` or `false`, but it is `yes`."],
    [
      "BACKEND_URL",
      "localhost:9000",
      "must be an address that starts with `http://` or `https://`, but it is `localhost:9000`.",
    ],
    [
      "STORE_CORS",
      "shop.example",
      "must be origins such as `https://shop.example`, separated by commas, but it is `shop.example`.",
    ],
    [
      "STORE_CORS",
      "https://shop.example/path",
      "must be origins such as `https://shop.example`, separated by commas, but it is `https://shop.example/path`.",
    ],
    [
      "ACCESS_TOKEN_TTL",
      "15",
      "must be a length of time such as `30s`, `15m`, `2h` or `7d`, but it is `15`.",
    ],
    [
      "ACCESS_TOKEN_TTL",
      "0m",
      "must be a length of time such as `30s`, `15m`, `2h` or `7d`, but it is `0m`.",
    ],
    [
      "RATE_LIMIT_READ",
      "600",
      "must be a number of requests and a length of time, such as `10/60s`, but it is `600`.",
    ],
    [
      "RATE_LIMIT_READ",
      "0/1s",
      "must be a number of requests and a length of time, such as `10/60s`, but it is `0/1s`.",
    ],
    [
      "RATE_LIMIT_TRUSTED",
      "10.0.0.0/33",
      "must be IP addresses or blocks such as `10.0.0.0/8`, separated by commas, but it is `10.0.0.0/33`.",
    ],
    [
      "SHOP_TIME_ZONE",
      "Nairobi",
      "must be a time zone such as `Africa/Nairobi`, but it is `Nairobi`.",
    ],
    [
      "PUBLISH_REQUIRES",
      "video",
      "must be some of `image`, `tag`, `category`, or `none`, separated by commas, but it is `video`.",
    ],
  ])("%s=%s is explained", (name, value, message) => {
    expect(sentences({ [name]: value })).toEqual([`${name} ${message}`])
  })

  it.each([
    [
      "DATABASE_URL",
      "mysql://root:hunter2@db",
      "must be an address that starts with `postgres://` or `postgresql://`.",
    ],
    [
      "REDIS_URL",
      "hunter2",
      "must be an address that starts with `redis://` or `rediss://`.",
    ],
    [
      "SENTRY_DSN",
      "hunter2",
      "must be an address that starts with `http://` or `https://`.",
    ],
  ])("%s is never shown", (name, value, message) => {
    expect(sentences({ [name]: value })).toEqual([`${name} ${message}`])
  })

  it("is reported with all others in one error", () => {
    const { problems } = readSettings({
      PORT: "abc",
      WORKER_MODE: "both",
      DATABASE_POOL_MIN: "50",
    })

    expect(new SettingsError(problems).message).toBe(
      [
        "3 settings are wrong, so nothing was started:",
        "  * PORT must be a whole number from 0 to 65535, but it is `abc`.",
        "  * WORKER_MODE must be one of `shared`, `server`, `worker`, but it is `both`.",
        "  * DATABASE_POOL_MIN is 50, which is more than DATABASE_POOL_MAX (20).",
        "docs/settings.md describes every setting.",
      ].join("\n")
    )
  })

  it("alone is reported alone", () => {
    const { problems } = readSettings({ PORT: "abc" })

    expect(new SettingsError(problems).message.split("\n")[0]).toBe(
      "A setting is wrong, so nothing was started:"
    )
  })
})

describe("settings that do not fit together", () => {
  const url = "postgres://localhost/duka"

  it.each<[Environment, string[]]>([
    [
      { DATABASE_URL: url, DB_HOST: "db", DB_USER: "duka" },
      [
        "DB_HOST is set and DATABASE_URL names another server; keep one of them.",
      ],
    ],
    [{ DB_HOST: "db" }, ["DB_USER is not set, but DB_HOST needs it."]],
    [
      { REDIS_URL: "redis://a", REDIS_HOST: "b" },
      [
        "REDIS_HOST is set and REDIS_URL names another server; keep one of them.",
      ],
    ],
    [
      { STRIPE_API_KEY: "sk_live_1" },
      ["STRIPE_WEBHOOK_SECRET is not set, but STRIPE_API_KEY needs it."],
    ],
    [
      { PAGE_SIZE: "50", PAGE_SIZE_MAX: "20" },
      ["PAGE_SIZE is 50, which is more than PAGE_SIZE_MAX (20)."],
    ],
    [
      { FILE_PROVIDER: "s3", S3_BUCKET: "shop" },
      [
        "S3_ACCESS_KEY_ID is not set, but FILE_PROVIDER is `s3` and needs it.",
        "S3_SECRET_ACCESS_KEY is not set, but FILE_PROVIDER is `s3` and needs it.",
        "ASSETS_URL is not set, but FILE_PROVIDER is `s3` and needs it.",
      ],
    ],
    [
      { FILE_PROVIDER: "cloudinary" },
      [
        "CLOUDINARY_URL is not set, but FILE_PROVIDER is `cloudinary` and needs it.",
      ],
    ],
    [
      { FILE_PROVIDER: "imagekit" },
      [
        "IMAGEKIT_URL_ENDPOINT is not set, but FILE_PROVIDER is `imagekit` and needs it.",
        "IMAGEKIT_PRIVATE_KEY is not set, but FILE_PROVIDER is `imagekit` and needs it.",
      ],
    ],
    [
      {
        FILE_PROVIDER: "imagekit",
        IMAGEKIT_PRIVATE_KEY: "private_1=",
        SIMULATORS_URL: "http://localhost:4010",
      },
      ["IMAGEKIT_URL_ENDPOINT is not set, but IMAGEKIT_PRIVATE_KEY needs it."],
    ],
    [
      { CLOUDINARY_URL: "https://key:secret@cloud" },
      [
        "CLOUDINARY_URL must be an address such as `cloudinary://key:secret@cloud`.",
      ],
    ],
    [
      { DATABASE_URL: `${url}?sslmode=require`, DATABASE_TLS: "verify" },
      [
        "DATABASE_TLS is set, but DATABASE_URL says `sslmode` too; take that out of the address.",
      ],
    ],
    [
      { DATABASE_TLS_CA: "/etc/ca.pem" },
      ["DATABASE_TLS_CA is used only when DATABASE_TLS is `verify`; set that."],
    ],
    [
      { RATE_LIMIT_STORE: "redis" },
      ["RATE_LIMIT_STORE is `redis`, but REDIS_URL is not set; set it."],
    ],
    [
      {
        DATABASE_URL: "postgres://duka@db.example:5432/duka",
        DB_HOST: "db.example",
        DB_USER: "duka",
      },
      [],
    ],
  ])("%j", (environment, problems) => {
    expect(sentences(environment)).toEqual(problems)
  })
})
