/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class
   itself, and the version is pinned. */
import { createRequire } from "node:module"
import { S3FileService as CoreS3FileService } from "@medusajs/file-s3/dist/services/s3-file"

export { CoreS3FileService }

/** The commands of the SDK that Medusa's client is made with. */
export const { DeleteObjectCommand, PutObjectCommand } = createRequire(
  require.resolve("@medusajs/file-s3")
)("@aws-sdk/client-s3") as typeof import("@aws-sdk/client-s3")
