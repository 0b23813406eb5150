import { z } from "@medusajs/framework/zod"
import {
  SIMULATED_ACCOUNT,
  SIMULATED_ID,
} from "../../src/providers/file-imagekit/simulated-account"

export const ENDPOINT = `/${SIMULATED_ID}`

export const configSchema = z.strictObject({
  private_key: z.string().min(1).default(SIMULATED_ACCOUNT.privateKey),
  max_bytes: z
    .number()
    .int()
    .min(1)
    .default(25 * 1024 * 1024),
})

export type ImageKitConfig = z.output<typeof configSchema>
