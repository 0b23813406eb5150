import { z } from "@medusajs/framework/zod"

/**
 * Every setting of the shop, once. `index.ts` parses `process.env` with it,
 * and `.env.example` and `docs/settings.md` are generated from it, so the
 * description of a field is what a person reads there.
 */

const flag = (fallback: boolean) =>
  z
    .enum(["true", "false", "1", "0"])
    .default(fallback ? "true" : "false")
    .transform((value) => value === "true" || value === "1")

const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((value) =>
      value
        .split(",")
        .map((entry) => entry.trim())
        .filter(Boolean)
    )

export const DEVELOPMENT_SECRET = "duka-development-secret-change-me"

export const settingsSchema = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"])
    .default("development")
    .describe("What kind of server this is. Production refuses unsafe values."),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(9000)
    .describe("The port the server listens on."),
  DATABASE_URL: z
    .string()
    .default("postgres://localhost/duka")
    .describe(
      "Postgres address. `npm start` sets it to its embedded Postgres when it is empty."
    ),
  DATABASE_POOL_MAX: z.coerce
    .number()
    .int()
    .min(2)
    .max(500)
    .default(20)
    .describe("The most connections one process may hold."),
  REDIS_URL: z
    .string()
    .optional()
    .describe(
      "Redis address. Needed as soon as more than one server runs: events, jobs, locks and caches then live there."
    ),
  WORKER_MODE: z
    .enum(["shared", "server", "worker"])
    .default("shared")
    .describe(
      "`server` answers requests, `worker` runs jobs and subscribers, `shared` does both."
    ),
  BACKEND_URL: z
    .string()
    .default("http://localhost:9000")
    .describe("The address under which browsers and providers reach this server."),
  STOREFRONT_URL: z
    .string()
    .default("http://localhost:8000")
    .describe("The shop's own address; links in messages point there."),
  STORE_CORS: list("http://localhost:8000,http://localhost:3000").describe(
    "Origins that may call the store API, separated by commas."
  ),
  ADMIN_CORS: list("http://localhost:9000,http://localhost:5173").describe(
    "Origins that may call the admin API, separated by commas."
  ),
  AUTH_CORS: list(
    "http://localhost:9000,http://localhost:8000,http://localhost:3000"
  ).describe("Origins that may call the auth routes, separated by commas."),
  JWT_SECRET: z
    .string()
    .default(DEVELOPMENT_SECRET)
    .describe("Signs access tokens. At least 32 characters in production."),
  COOKIE_SECRET: z
    .string()
    .default(DEVELOPMENT_SECRET)
    .describe("Signs the admin session cookie. At least 32 characters in production."),
  STRIPE_API_KEY: z.string().optional().describe("Stripe secret key; cards are on when it is set."),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .optional()
    .describe("Signing secret of the Stripe webhook endpoint."),
  SIMULATORS_URL: z
    .string()
    .optional()
    .describe(
      "Address of the local stand-ins for outside services. `npm start` sets it; refused in production."
    ),
  ADMIN_ENABLED: flag(true).describe("Whether this process serves the admin pages."),
})

export type Settings = z.infer<typeof settingsSchema>
