import { z } from "@medusajs/framework/zod"

/** The bucket the world sees at `/duka-assets`, and the one it does not. */
export const PUBLIC_BUCKET = "duka-files"
export const PRIVATE_BUCKET = "duka-private"

/** Where a custom domain of the public bucket would be. */
export const PUBLIC_ADDRESS = "/duka-assets"

export const configSchema = z.strictObject({
  access_key_id: z.string().min(1).default("s3-simulator"),
  secret_access_key: z.string().min(1).default("s3-simulator-secret"),
  region: z.string().min(1).default("auto"),
  /**
   * What `x-amz-acl` does: R2 and new buckets of Amazon have none, others keep
   * a file with `private` from the public address.
   */
  acl: z.enum(["refused", "honoured"]).default("refused"),
})

export type S3Config = z.output<typeof configSchema>
