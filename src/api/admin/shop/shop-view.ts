import { z } from "@medusajs/framework/zod"
import { marketCodes, markets } from "../../../markets"
import { settings } from "../../../settings"

export const adminShopResponseSchema = z.object({
  shop: z.object({
    environment: z.enum(["development", "test", "production"]),
    worker_mode: z.enum(["shared", "server", "worker"]),
    markets: z.array(z.object({ code: z.string(), name: z.string() })),
    /** What is switched on, never with which account. */
    services: z.object({
      stripe: z.boolean(),
      redis: z.boolean(),
      simulators: z.boolean(),
    }),
  }),
})

export type AdminShopResponse = z.infer<typeof adminShopResponseSchema>

export const shopView = (): AdminShopResponse => ({
  shop: {
    environment: settings.NODE_ENV,
    worker_mode: settings.WORKER_MODE,
    markets: marketCodes.map((code) => ({ code, name: markets[code].name })),
    services: {
      stripe: Boolean(settings.STRIPE_API_KEY),
      redis: Boolean(settings.REDIS_URL),
      simulators: Boolean(settings.SIMULATORS_URL),
    },
  },
})
