import { z } from "@medusajs/framework/zod"
import { SIMULATED_ACCOUNT } from "../../src/providers/file-cloudinary/simulated-account"

export const { cloudName: CLOUD } = SIMULATED_ACCOUNT

export const configSchema = z.strictObject({
  api_key: z.string().min(1).default(SIMULATED_ACCOUNT.apiKey),
  api_secret: z.string().min(1).default(SIMULATED_ACCOUNT.apiSecret),
  /** Signatures are good for so long. */
  signature_ms: z.number().int().min(0).default(3_600_000),
  max_bytes: z
    .number()
    .int()
    .min(1)
    .default(10 * 1024 * 1024),
})

export type CloudinaryConfig = z.output<typeof configSchema>
