import { join } from "node:path"
import type { Settings } from "../read"

/**
 * With Redis every server and worker of the shop shares events, workflows,
 * locks and caches; without it Medusa's own keep them in the one process.
 */
const redisModules = ({ REDIS_URL: redisUrl, CACHE_TTL }: Settings) =>
  redisUrl
    ? [
        {
          resolve: "@medusajs/medusa/event-bus-redis",
          options: { redisUrl },
        },
        {
          resolve: "@medusajs/medusa/workflow-engine-redis",
          options: { redis: { redisUrl } },
        },
        {
          resolve: "@medusajs/medusa/locking",
          options: {
            providers: [
              {
                resolve: "@medusajs/medusa/locking-redis",
                id: "redis",
                is_default: true,
                options: { redisUrl },
              },
            ],
          },
        },
        {
          resolve: "@medusajs/medusa/caching",
          options: {
            ttl: CACHE_TTL,
            providers: [
              {
                resolve: "@medusajs/medusa/caching-redis",
                id: "redis",
                is_default: true,
                options: { redisUrl, ttl: CACHE_TTL },
              },
            ],
          },
        },
      ]
    : []

const localFiles = ({ BACKEND_URL }: Settings) => ({
  resolve: "@medusajs/medusa/file-local",
  id: "local",
  options: {
    upload_dir: join(process.cwd(), "static"),
    private_upload_dir: join(process.cwd(), "static"),
    backend_url: `${BACKEND_URL}/static`,
  },
})

const s3Files = (settings: Settings) => ({
  resolve: "@medusajs/medusa/file-s3",
  id: "s3",
  options: {
    file_url: settings.ASSETS_URL,
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    access_key_id: settings.S3_ACCESS_KEY_ID,
    secret_access_key: settings.S3_SECRET_ACCESS_KEY,
    prefix: settings.S3_PREFIX,
    additional_client_config: { forcePathStyle: settings.S3_PATH_STYLE },
  },
})

const fileModule = (settings: Settings) => ({
  resolve: "@medusajs/medusa/file",
  options: {
    providers: [
      settings.FILE_PROVIDER === "s3"
        ? s3Files(settings)
        : localFiles(settings),
    ],
  },
})

/** What the Stripe stand-in of the simulators accepts, and nobody else. */
const SIMULATED_STRIPE = {
  apiKey: "sk_test_simulator",
  webhookSecret: "whsec_simulator",
}

const stripeOptions = (settings: Settings) => {
  if (settings.STRIPE_API_KEY) {
    return {
      apiKey: settings.STRIPE_API_KEY,
      webhookSecret: settings.STRIPE_WEBHOOK_SECRET,
    }
  }
  return settings.SIMULATORS_URL
    ? { ...SIMULATED_STRIPE, simulatorsUrl: settings.SIMULATORS_URL }
    : undefined
}

const paymentModule = (settings: Settings) => {
  const stripe = stripeOptions(settings)
  return {
    resolve: "@medusajs/medusa/payment",
    options: {
      providers: [
        // Needs no account; the market says whether it is offered.
        { resolve: "./src/providers/payment-cash", id: "cash" },
        ...(stripe
          ? [
              {
                resolve: "./src/providers/payment-stripe",
                id: "stripe",
                options: stripe,
              },
            ]
          : []),
      ],
    },
  }
}

/** The modules that differ from what Medusa takes by itself. */
export const modulesConfig = (settings: Settings) => [
  // The flag alone is read before this project's configuration sets it.
  { resolve: "@medusajs/medusa/rbac" },
  ...redisModules(settings),
  fileModule(settings),
  paymentModule(settings),
  { resolve: "./src/modules/idempotency" },
  { resolve: "./src/modules/order-desk" },
]
