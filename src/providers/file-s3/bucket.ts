import type { FileTypes, S3FileServiceOptions } from "@medusajs/framework/types"
import {
  CoreS3FileService,
  DeleteObjectCommand,
  PutObjectCommand,
} from "./upstream"

/** One bucket, as Medusa's provider sees it, and two things it cannot do. */
export class Bucket extends CoreS3FileService {
  /** The address of what is kept under a key chosen by the caller. */
  async put(
    key: string,
    bytes: Buffer,
    { filename, mimeType, access }: FileTypes.ProviderUploadFileDTO
  ): Promise<FileTypes.ProviderFileResultDTO> {
    const { bucket, cacheControl, fileUrl } = this.config_
    await this.client_.send(
      new PutObjectCommand({
        ACL: this.resolveAcl(access),
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentType: mimeType,
        CacheControl: cacheControl,
        Metadata: { "original-filename": encodeURIComponent(filename) },
      })
    )
    const path = key.split("/").map(encodeURIComponent).join("/")
    return { key, url: `${fileUrl}/${path}` }
  }

  /** Fails when the file may still be there; core's `delete` never does. */
  async remove(key: string): Promise<void> {
    const { bucket } = this.config_
    await this.client_.send(
      new DeleteObjectCommand({ Bucket: bucket, Key: key })
    )
  }
}

export type BucketOptions = S3FileServiceOptions
