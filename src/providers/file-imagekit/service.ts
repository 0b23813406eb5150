import type { Logger } from "@medusajs/framework/types"
import { isPrivateKey } from "../file-store/keys"
import {
  type FileStore,
  LINK_SECONDS,
  WebFileService,
} from "../file-store/service"
import {
  createImageKit,
  type ImageKitConfig,
  type ImageKitDependencies,
} from "./client"
import { keyOf, readKey } from "./keys"

/** Files in an ImageKit account; `docs/files.md` says what to know of it. */
export class ImageKitFileService extends WebFileService {
  static override identifier = "imagekit"
  protected readonly store: FileStore

  constructor(
    dependencies: { logger: Logger },
    { dependencies: given = {}, ...account }: ImageKitFileOptions
  ) {
    super(dependencies)
    const imagekit = createImageKit(account, given)
    this.store = {
      async put(path, bytes, mimeType) {
        const isPrivate = isPrivateKey(path)
        const kept = await imagekit.upload({ path, bytes, mimeType, isPrivate })
        return { key: keyOf(kept), url: imagekit.addressOf(kept.path) }
      },
      addressOf: (key) => imagekit.addressOf(readKey(key).path),
      link: (key) => {
        const { path } = readKey(key)
        return isPrivateKey(path)
          ? imagekit.link(path, LINK_SECONDS)
          : imagekit.addressOf(path)
      },
      open: (key) => imagekit.open(readKey(key).path),
      async remove(key) {
        const { path, fileId } = readKey(key)
        const id = fileId ?? (await imagekit.find(path))
        if (id) {
          await imagekit.remove(id)
        }
        await imagekit.purge(path)
      },
    }
  }
}

export type ImageKitFileOptions = ImageKitConfig & {
  /** For tests: another network, another clock. */
  dependencies?: ImageKitDependencies
}
