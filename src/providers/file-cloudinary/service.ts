import type { Logger } from "@medusajs/framework/types"
import {
  type FileStore,
  LINK_SECONDS,
  WebFileService,
} from "../file-store/service"
import { assetOf } from "./assets"
import {
  type CloudinaryConfig,
  type CloudinaryDependencies,
  createCloudinary,
} from "./client"

/** Files in a Cloudinary account; `docs/files.md` says what to know of it. */
export class CloudinaryFileService extends WebFileService {
  static override identifier = "cloudinary"
  protected readonly store: FileStore

  constructor(
    dependencies: { logger: Logger },
    { dependencies: given = {}, ...account }: CloudinaryFileOptions
  ) {
    super(dependencies)
    const cloudinary = createCloudinary(account, given)
    this.store = {
      async put(key, bytes, mimeType) {
        const asset = assetOf(key)
        await cloudinary.upload(asset, bytes, mimeType)
        return { key, url: cloudinary.addressOf(asset) }
      },
      addressOf: (key) => cloudinary.addressOf(assetOf(key)),
      link: (key) => {
        const asset = assetOf(key)
        return asset.type === "authenticated"
          ? cloudinary.link(asset, LINK_SECONDS)
          : cloudinary.addressOf(asset)
      },
      open: (key) => cloudinary.open(assetOf(key)),
      remove: (key) => cloudinary.destroy(assetOf(key)),
    }
  }
}

export type CloudinaryFileOptions = CloudinaryConfig & {
  /** For tests: another network, another clock. */
  dependencies?: CloudinaryDependencies
}
