import { isPrivateKey } from "../file-store/keys"
import type { Asset, ResourceType } from "./client"

const RESOURCES: Readonly<Record<string, ResourceType>> = {
  avif: "image",
  gif: "image",
  jpeg: "image",
  jpg: "image",
  png: "image",
  webp: "image",
  mov: "video",
  mp4: "video",
  webm: "video",
}

/**
 * What Cloudinary calls the file with this key. The ending says which kind it
 * is and the folder whether it is private, so the key alone is enough to
 * delete it.
 */
export function assetOf(key: string): Asset {
  const type = isPrivateKey(key) ? "authenticated" : "upload"
  const [, stem, ending] = /^(.+)\.([^./]+)$/.exec(key) ?? []
  const resourceType = RESOURCES[ending ?? ""] ?? "raw"
  return resourceType === "raw"
    ? { resourceType, type, publicId: key, format: "" }
    : { resourceType, type, publicId: stem, format: ending }
}
