import type { FileTypes, Logger } from "@medusajs/framework/types"
import { AbstractFileProviderService } from "@medusajs/framework/utils"
import { contentOf } from "../file-store/content"
import { invalidFile, StoreUnavailable } from "../file-store/errors"
import { checkFolder, newKey, PRIVATE_FOLDER } from "../file-store/keys"
import { Bucket, type BucketOptions } from "./bucket"
import { inWords } from "./errors"

export type S3FileOptions = Omit<
  BucketOptions,
  "acl" | "additional_client_config"
> & {
  /** Where private files lie; without it, in the one bucket. */
  private_bucket?: string
  path_style: boolean
  /** Whether files carry an ACL. R2 has none, new buckets of Amazon refuse it. */
  acl: boolean
  /** Milliseconds until the end of an answer. */
  timeout_ms?: number
}

/** A video of fifty megabytes takes its time. */
const TIMEOUT = 120_000

/**
 * The SDK sends a CRC32 with everything since January 2025. R2 did not take it,
 * and an upload address that is signed in advance holds the checksum of an
 * empty file: https://developers.cloudflare.com/r2/examples/aws/aws-sdk-js-v3/
 */
const clientConfig = ({ path_style, timeout_ms = TIMEOUT }: S3FileOptions) => ({
  forcePathStyle: path_style,
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  maxAttempts: 2,
  requestHandler: {
    connectionTimeout: 5_000,
    requestTimeout: timeout_ms,
    throwOnRequestTimeout: true,
  },
})

/**
 * Medusa's S3 provider with these differences:
 *
 * - a private file lies in the folder `private`, and in a bucket of its own
 *   where there is one: on R2 a bucket is public as a whole;
 * - no ACL and no checksum is sent unless asked for, since R2 has neither;
 * - what fails is told in words, a deletion too, which core only writes to the
 *   log; an upload whose answer was lost is taken back;
 * - waiting has an end.
 */
export class S3FileService extends AbstractFileProviderService {
  static override identifier = "s3"
  private readonly shown: Bucket
  private readonly hidden: Bucket
  private readonly prefix: string
  private readonly logger: Logger

  constructor(dependencies: { logger: Logger }, given: S3FileOptions) {
    super()
    const { private_bucket, path_style, timeout_ms, acl, ...options } = given
    const common = {
      ...options,
      ...(acl ? {} : { acl: false as const }),
      additional_client_config: clientConfig({
        ...given,
        path_style,
        timeout_ms,
      }),
    }
    this.logger = dependencies.logger
    this.prefix = options.prefix ?? ""
    this.shown = new Bucket(dependencies, common)
    this.hidden = private_bucket
      ? new Bucket(dependencies, { ...common, bucket: private_bucket })
      : this.shown
  }

  private isPrivate(key: string) {
    return key.startsWith(`${this.prefix}${PRIVATE_FOLDER}/`)
  }

  private bucketOf(key: string): Bucket {
    return this.isPrivate(key) ? this.hidden : this.shown
  }

  /** Whatever goes wrong with a file is said in words. */
  private async with<Result>(
    key: string,
    act: (bucket: Bucket) => Promise<Result>
  ): Promise<Result> {
    try {
      return await act(this.bucketOf(key))
    } catch (error) {
      throw inWords(error, key)
    }
  }

  override async upload(file: FileTypes.ProviderUploadFileDTO) {
    if (!file?.filename) {
      throw invalidFile("The file has no name.")
    }
    const key = `${this.prefix}${newKey(file)}`
    const bytes = contentOf(file.content, file.mimeType)
    try {
      return await this.with(key, (bucket) => bucket.put(key, bytes, file))
    } catch (error) {
      if (error instanceof StoreUnavailable && error.doubtful) {
        await this.takeBack(key)
      }
      throw error
    }
  }

  private async takeBack(key: string) {
    await this.with(key, (bucket) => bucket.remove(key)).catch(
      (reason: Error) => {
        this.logger.warn(
          `The upload of ${key} failed, and whether it stayed could not be found out: ${reason.message}`
        )
      }
    )
  }

  override async delete(
    files: FileTypes.ProviderDeleteFileDTO | FileTypes.ProviderDeleteFileDTO[]
  ) {
    const outcomes = await Promise.allSettled(
      [files]
        .flat()
        .map(({ fileKey }) =>
          this.with(fileKey, (bucket) => bucket.remove(fileKey))
        )
    )
    const failure = outcomes.find(({ status }) => status === "rejected")
    if (failure?.status === "rejected") {
      throw failure.reason
    }
  }

  override getPresignedDownloadUrl(file: FileTypes.ProviderGetFileDTO) {
    return this.with(file.fileKey, (bucket) =>
      bucket.getPresignedDownloadUrl(file)
    )
  }

  override getDownloadStream(file: FileTypes.ProviderGetFileDTO) {
    return this.with(file.fileKey, (bucket) => bucket.getDownloadStream(file))
  }

  override getAsBuffer(file: FileTypes.ProviderGetFileDTO) {
    return this.with(file.fileKey, (bucket) => bucket.getAsBuffer(file))
  }

  /** The name with the folder in which private files lie. */
  private placed<File extends { filename: string; access?: string }>(
    file: File
  ): File {
    const isPrivate = file.access !== "public"
    checkFolder(file.filename, isPrivate)
    return isPrivate
      ? { ...file, filename: `${PRIVATE_FOLDER}/${file.filename}` }
      : file
  }

  getPresignedUploadUrl(file: FileTypes.ProviderGetPresignedUploadUrlDTO) {
    const placed = this.placed(file)
    return this.with(`${this.prefix}${placed.filename}`, (bucket) =>
      bucket.getPresignedUploadUrl(placed)
    )
  }

  override async getUploadStream(file: FileTypes.ProviderUploadStreamDTO) {
    const placed = this.placed(file)
    const upload = await this.bucketOf(
      `${this.prefix}${placed.filename}`
    ).getUploadStream(placed)
    const promise = upload.promise.catch((error: unknown) => {
      throw inWords(error, upload.fileKey)
    })
    return { ...upload, promise }
  }
}
