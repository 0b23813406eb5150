import { join } from "node:path"
import { databaseConfig, httpConfig, modulesConfig } from "../medusa"
import { type Environment, readSettings } from "../read"

const settingsOf = (environment: Environment) =>
  readSettings(environment).settings

const postgres = (environment: Environment) =>
  databaseConfig(settingsOf(environment))

const modules = (environment: Environment) =>
  modulesConfig(settingsOf(environment))

const resolved = (environment: Environment) =>
  modules(environment).map(({ resolve }) => resolve)

const moduleAt = (resolve: string, environment: Environment) =>
  modules(environment).find((module) => module.resolve === resolve)

describe("the database", () => {
  it("is bounded, in the clear and quick to give up by default", () => {
    expect(postgres({ DATABASE_URL: "postgres://db/duka" })).toEqual({
      databaseUrl: "postgres://db/duka",
      databaseDriverOptions: {
        connection: { ssl: false, connectionTimeoutMillis: 5000 },
        pool: { min: 2, max: 20 },
      },
    })
  })

  it.each([
    ["?sslmode=require", "", { rejectUnauthorized: false }],
    ["?sslmode=no-verify&a=1", "?a=1", { rejectUnauthorized: false }],
    ["?a=1&sslmode=verify-full", "?a=1", { rejectUnauthorized: true }],
    ["?a=1&sslmode=disable&b=2", "?a=1&b=2", false],
    ["?ssl_mode=disable", "", false],
  ])("reads %s as people who know Postgres mean it", (query, left, ssl) => {
    const config = postgres({ DATABASE_URL: `postgres://db/duka${query}` })

    expect(config.databaseUrl).toBe(`postgres://db/duka${left}`)
    expect(config.databaseDriverOptions.connection.ssl).toEqual(ssl)
  })

  it("checks the certificate with an authority given as text or file", () => {
    const verify = { DATABASE_TLS: "verify" }
    const ssl = (authority: string) =>
      postgres({ ...verify, DATABASE_TLS_CA: authority }).databaseDriverOptions
        .connection.ssl
    const file = join(__dirname, "../command.ts")

    expect(postgres(verify).databaseDriverOptions.connection.ssl).toEqual({
      rejectUnauthorized: true,
    })
    expect(ssl("-----BEGIN CERTIFICATE-----")).toEqual({
      rejectUnauthorized: true,
      ca: "-----BEGIN CERTIFICATE-----",
    })
    expect(ssl(file)).toEqual({
      rejectUnauthorized: true,
      ca: expect.stringContaining("isCompiling"),
    })
  })
})

describe("the modules", () => {
  const redisUrl = "redis://cache"

  it("are Medusa's own without Redis, but for stock, categories, coupons and locks", () => {
    expect(resolved({})).toEqual([
      "@medusajs/medusa/rbac",
      "./src/modules/inventory",
      "./src/modules/product",
      "./src/modules/promotion",
      "@medusajs/medusa/locking",
      "./src/modules/file",
      "@medusajs/medusa/payment",
      "./src/modules/mobile-money",
      "./src/modules/catalogue",
      "./src/modules/catalogue-cache",
      "./src/modules/idempotency",
      "./src/modules/order-desk",
      "./src/modules/original-box",
      "./src/modules/wishlist",
      "./src/modules/product-cost",
      "./src/modules/product-profile",
      "./src/modules/review",
      "./src/modules/taxonomy",
      "@medusajs/medusa/search",
      "./src/modules/search-synonym",
    ])
  })

  it("know where the name of a category must be unique", () => {
    expect(
      moduleAt("./src/modules/product", { CATEGORY_NAME_UNIQUE: "everywhere" })
    ).toEqual({
      key: "product",
      resolve: "./src/modules/product",
      options: { category_name_unique: "everywhere" },
    })
  })

  it.each([{}, { REDIS_URL: redisUrl }])(
    "lock in Postgres, Redis or not (%j)",
    (environment) => {
      expect(moduleAt("@medusajs/medusa/locking", environment)).toEqual({
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "./src/providers/locking-postgres",
              id: "duka",
              is_default: true,
            },
            { resolve: "@medusajs/medusa/locking-postgres", id: "postgres" },
          ],
        },
      })
    }
  )

  it("share everything else through Redis when it is there", () => {
    expect(modules({ REDIS_URL: redisUrl }).slice(5, 8)).toEqual([
      {
        resolve: "@medusajs/medusa/event-bus-redis",
        options: { redisUrl },
      },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl } },
      },
      {
        resolve: "@medusajs/medusa/caching",
        options: {
          ttl: 3600,
          providers: [
            {
              resolve: "@medusajs/medusa/caching-redis",
              id: "redis",
              is_default: true,
              options: { redisUrl, ttl: 3600 },
            },
          ],
        },
      },
    ])
  })

  it("resolve to packages that are installed", () => {
    const named = JSON.stringify(modules({ REDIS_URL: redisUrl })).matchAll(
      /"resolve":"(@[^"]+)"/g
    )
    const packages = [...named].map((match) => match[1])

    expect(packages).toHaveLength(11)
    for (const name of packages) {
      expect(() => require.resolve(name)).not.toThrow()
    }
  })
})

describe("files", () => {
  const simulators = { SIMULATORS_URL: "http://localhost:4010" }
  const stores = (environment: Environment) =>
    moduleAt("./src/modules/file", environment)

  it("are linked to the address of the server when they are on its disk", () => {
    expect(stores({ BACKEND_URL: "https://api.example/" })).toMatchObject({
      key: "file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { backend_url: "https://api.example/static" },
          },
        ],
      },
    })
  })

  it("are in S3 by setting", () => {
    const files = stores({
      FILE_PROVIDER: "s3",
      ASSETS_URL: "https://cdn.example",
      S3_BUCKET: "shop",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "key",
      S3_PATH_STYLE: "true",
    })

    expect(files).toHaveProperty("options", {
      providers: [
        {
          resolve: "./src/providers/file-s3",
          id: "s3",
          options: {
            file_url: "https://cdn.example",
            bucket: "shop",
            private_bucket: undefined,
            region: "auto",
            endpoint: undefined,
            access_key_id: "id",
            secret_access_key: "key",
            prefix: "",
            path_style: true,
            acl: false,
          },
        },
      ],
    })
  })

  const cloudinary = (options: object) => ({
    providers: [
      { resolve: "./src/providers/file-cloudinary", id: "cloudinary", options },
    ],
  })

  it("are in Cloudinary by setting, simulators or not", () => {
    const environment = {
      FILE_PROVIDER: "cloudinary",
      CLOUDINARY_URL: "cloudinary://123:secret@shop",
    }
    const account = { cloudName: "shop", apiKey: "123", apiSecret: "secret" }

    for (const [change, deliveryUrl] of [
      [{}, undefined],
      [simulators, undefined],
      [{ ASSETS_URL: "https://img.example/" }, "https://img.example"],
    ] as const) {
      expect(stores({ ...environment, ...change })).toHaveProperty(
        "options",
        cloudinary({ ...account, deliveryUrl })
      )
    }
    expect(
      stores({ FILE_PROVIDER: "cloudinary", ...simulators })
    ).toHaveProperty(
      "options",
      cloudinary({
        cloudName: "duka-cloud",
        apiKey: "100000000000001",
        apiSecret: "cloudinary-simulator-secret",
        apiUrl: "http://localhost:4010",
        deliveryUrl: "http://localhost:4010/duka-cloud",
      })
    )
  })

  it("are in ImageKit by setting, simulators or not", () => {
    const imagekit = (options: object) => ({
      providers: [
        { resolve: "./src/providers/file-imagekit", id: "imagekit", options },
      ],
    })
    const account = {
      FILE_PROVIDER: "imagekit",
      IMAGEKIT_URL_ENDPOINT: "https://ik.imagekit.io/shop/",
      IMAGEKIT_PRIVATE_KEY: "private_1=",
    }

    for (const change of [{}, simulators]) {
      expect(stores({ ...account, ...change })).toHaveProperty(
        "options",
        imagekit({
          privateKey: "private_1=",
          urlEndpoint: "https://ik.imagekit.io/shop",
        })
      )
    }
    expect(stores({ FILE_PROVIDER: "imagekit", ...simulators })).toHaveProperty(
      "options",
      imagekit({
        privateKey: "private_imagekit-simulator=",
        urlEndpoint: "http://localhost:4010/duka-kit",
        apiUrl: "http://localhost:4010",
        uploadUrl: "http://localhost:4010",
      })
    )
  })
})

describe("cards", () => {
  const providers = (environment: Environment) =>
    moduleAt("@medusajs/medusa/payment", environment)
  const simulators = { SIMULATORS_URL: "http://localhost:4010" }

  const mpesa = { resolve: "./src/providers/payment-mpesa", id: "mpesa" }
  const cash = { resolve: "./src/providers/payment-cash", id: "cash" }

  it("are off without an account, which cash needs none of", () => {
    expect(providers({})).toHaveProperty("options.providers", [cash])
  })

  it("go to Stripe with an account, simulators or not", () => {
    const account = {
      STRIPE_API_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: "whsec_1",
    }

    for (const environment of [account, { ...account, ...simulators }]) {
      expect(providers(environment)).toHaveProperty("options.providers", [
        cash,
        {
          resolve: expect.stringContaining("payment-stripe"),
          id: "stripe",
          options: { apiKey: "sk_test_1", webhookSecret: "whsec_1" },
        },
        ...("SIMULATORS_URL" in environment ? [mpesa] : []),
      ])
    }
  })

  it("go to the stand-in when there are simulators only", () => {
    expect(providers(simulators)).toHaveProperty("options.providers", [
      cash,
      {
        resolve: expect.stringContaining("payment-stripe"),
        id: "stripe",
        options: expect.objectContaining({
          apiKey: "sk_test_simulator",
          webhookSecret: "whsec_simulator",
        }),
      },
      mpesa,
    ])
  })
})

describe("browsers", () => {
  it("get Medusa's cookie, but for a trial on one machine", () => {
    const trial = { NODE_ENV: "production", TRIAL_MODE: "local" }

    expect(httpConfig(settingsOf({}))).not.toHaveProperty("cookieOptions")
    expect(httpConfig(settingsOf(trial))).toMatchObject({
      cookieOptions: { secure: false },
    })
  })
})

describe("mobile money", () => {
  const drivers = (environment: Environment) =>
    moduleAt("./src/modules/mobile-money", environment)
  const account = {
    BACKEND_URL: "https://api.example",
    MPESA_ENVIRONMENT: "production",
    MPESA_CONSUMER_KEY: "key",
    MPESA_CONSUMER_SECRET: "secret",
    MPESA_SHORTCODE: "600000",
    MPESA_PASSKEY: "passkey",
    MPESA_INITIATOR_NAME: "shop",
    MPESA_INITIATOR_PASSWORD: "password",
    MPESA_CERTIFICATE: "-----BEGIN-----\\nMII\\n-----END-----",
  }

  it("is off without an account", () => {
    expect(drivers({})).toHaveProperty("options.providers", [])
  })

  it("goes to Safaricom with an account, simulators or not", () => {
    for (const simulators of [{}, { SIMULATORS_URL: "http://localhost:1" }]) {
      expect(drivers({ ...account, ...simulators })).toHaveProperty(
        "options.providers",
        [
          {
            resolve: "./src/providers/mobile-money-mpesa",
            id: "mpesa",
            options: {
              environment: "production",
              hooksUrl: "https://api.example/hooks",
              checkAddresses: false,
              account: {
                consumerKey: "key",
                consumerSecret: "secret",
                shortcode: "600000",
                passkey: "passkey",
                till: undefined,
                initiator: {
                  name: "shop",
                  password: "password",
                  certificate: "-----BEGIN-----\nMII\n-----END-----",
                },
              },
            },
          },
        ]
      )
    }
  })

  it("goes to the stand-in when there are simulators only", () => {
    expect(drivers({ SIMULATORS_URL: "http://localhost:4010" })).toMatchObject({
      options: {
        providers: [
          {
            id: "mpesa",
            options: {
              simulatorsUrl: "http://localhost:4010",
              account: { consumerKey: "daraja-simulator" },
            },
          },
        ],
      },
    })
  })
})
