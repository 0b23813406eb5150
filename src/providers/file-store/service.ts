import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import type { FileTypes, Logger } from "@medusajs/framework/types"
import { AbstractFileProviderService } from "@medusajs/framework/utils"
import { contentOf } from "./content"
import { invalidFile, StoreUnavailable } from "./errors"
import { newKey } from "./keys"
import { collecting } from "./write-stream"

/** An hour, as long as Medusa's S3 provider signs for. */
export const LINK_SECONDS = 3600

/** What a store on the web must be able to do. */
export interface FileStore {
  /** Keeps a file under a key of `newKey`. */
  put(
    key: string,
    bytes: Buffer,
    mimeType: string
  ): Promise<FileTypes.ProviderFileResultDTO>
  /** Where a file with this key is shown; a private one only when signed. */
  addressOf(key: string): string
  /** A link that shows the file, private or not, for an hour. */
  link(key: string): string
  open(key: string): Promise<Response>
  /** Succeeds too when the file was not there. */
  remove(key: string): Promise<void>
}

/** A file provider of Medusa on top of a store on the web. */
export abstract class WebFileService extends AbstractFileProviderService {
  protected abstract readonly store: FileStore
  protected readonly logger: Logger

  constructor({ logger }: { logger: Logger }) {
    super()
    this.logger = logger
  }

  override async upload(file: FileTypes.ProviderUploadFileDTO) {
    if (!file?.filename) {
      throw invalidFile("The file has no name.")
    }
    const key = newKey(file)
    return this.keep(key, contentOf(file.content, file.mimeType), file.mimeType)
  }

  /** A file whose upload failed half-way is taken back. */
  private async keep(key: string, bytes: Buffer, mimeType: string) {
    try {
      return await this.store.put(key, bytes, mimeType)
    } catch (error) {
      if (error instanceof StoreUnavailable && error.doubtful) {
        await this.store.remove(key).catch((reason: Error) => {
          this.logger.warn(
            `The upload of ${key} failed, and whether a part of it stayed could not be found out: ${reason.message}`
          )
        })
      }
      throw error
    }
  }

  override async delete(
    files: FileTypes.ProviderDeleteFileDTO | FileTypes.ProviderDeleteFileDTO[]
  ) {
    const keys = [files].flat().map(({ fileKey }) => fileKey)
    const outcomes = await Promise.allSettled(
      keys.map((key) => this.store.remove(key))
    )
    const failure = outcomes.find(({ status }) => status === "rejected")
    if (failure?.status === "rejected") {
      throw failure.reason
    }
  }

  override getPresignedDownloadUrl({ fileKey }: FileTypes.ProviderGetFileDTO) {
    return Promise.resolve(this.store.link(fileKey))
  }

  /** Neither store takes a plain PUT, so a file comes by way of this server. */
  getPresignedUploadUrl({
    filename,
  }: FileTypes.ProviderGetPresignedUploadUrlDTO) {
    return Promise.resolve({ url: "/admin/uploads", key: filename })
  }

  override async getDownloadStream({ fileKey }: FileTypes.ProviderGetFileDTO) {
    const { body } = await this.store.open(fileKey)
    return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
  }

  override async getAsBuffer({ fileKey }: FileTypes.ProviderGetFileDTO) {
    const response = await this.store.open(fileKey)
    return Buffer.from(await response.arrayBuffer())
  }

  override getUploadStream(file: FileTypes.ProviderUploadStreamDTO) {
    const key = newKey(file)
    const { writeStream, promise } = collecting((bytes) =>
      this.keep(key, bytes, file.mimeType)
    )
    const url = this.store.addressOf(key)
    return Promise.resolve({ writeStream, promise, url, fileKey: key })
  }
}
