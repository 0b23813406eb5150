import { Modules } from "@medusajs/framework/utils"
import { SEARCH_PROVIDER } from "../../providers/search-postgres/name"
import type { Settings } from "../read"
import { databaseConnection } from "./database"
import { fileModule } from "./files"
import { mobileMoneyModule, paymentModule } from "./payments"

/**
 * With Redis every server and worker of the shop shares events, workflows and
 * caches; without it Medusa's own keep them in the one process.
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

/** Locks are in Postgres, with Redis and without: they guard what is there. */
const lockingModule = {
  resolve: "@medusajs/medusa/locking",
  options: {
    providers: [
      {
        resolve: "./src/providers/locking-postgres",
        id: "duka",
        is_default: true,
      },
      // For its table; nobody locks with it.
      { resolve: "@medusajs/medusa/locking-postgres", id: "postgres" },
    ],
  },
}

const productProfileModule = ({ META_TITLE_UNIQUE }: Settings) => ({
  resolve: "./src/modules/product-profile",
  options: { meta_title_unique: META_TITLE_UNIQUE },
})

const MEGABYTE = 1024 * 1024

const catalogueCacheModule = (settings: Settings) => ({
  resolve: "./src/modules/catalogue-cache",
  options: {
    enabled: settings.CATALOGUE_CACHE,
    connection: databaseConnection(settings),
    ttl: settings.CATALOGUE_CACHE_TTL,
    bytes: settings.CATALOGUE_CACHE_MEGABYTES * MEGABYTE,
    entries: settings.CATALOGUE_CACHE_ENTRIES,
  },
})

const productModule = ({ CATEGORY_NAME_UNIQUE }: Settings) => ({
  key: Modules.PRODUCT,
  resolve: "./src/modules/product",
  options: { category_name_unique: CATEGORY_NAME_UNIQUE },
})

/** Its tables are core's provider's; ours reads what is typed. */
const searchModule = {
  resolve: "@medusajs/medusa/search",
  options: {
    default_provider: SEARCH_PROVIDER,
    providers: [
      { resolve: "./src/providers/search-postgres", id: "duka" },
      { resolve: "@medusajs/medusa/search-postgres", id: "postgres" },
    ],
  },
}

/** The modules that differ from what Medusa takes by itself. */
export const modulesConfig = (settings: Settings) => [
  // The flag alone is read before this project's configuration sets it.
  { resolve: "@medusajs/medusa/rbac" },
  // Medusa's own sells the last piece twice.
  { key: Modules.INVENTORY, resolve: "./src/modules/inventory" },
  // Medusa's own lets two moves at once tie the category tree into a knot.
  productModule(settings),
  // Medusa's own knows no maximum discount.
  { key: Modules.PROMOTION, resolve: "./src/modules/promotion" },
  lockingModule,
  ...redisModules(settings),
  fileModule(settings),
  paymentModule(settings),
  mobileMoneyModule(settings),
  { resolve: "./src/modules/catalogue" },
  catalogueCacheModule(settings),
  { resolve: "./src/modules/idempotency" },
  { resolve: "./src/modules/order-desk" },
  { resolve: "./src/modules/original-box" },
  { resolve: "./src/modules/wishlist" },
  { resolve: "./src/modules/product-cost" },
  productProfileModule(settings),
  { resolve: "./src/modules/review" },
  { resolve: "./src/modules/taxonomy" },
  searchModule,
  { resolve: "./src/modules/search-synonym" },
]
