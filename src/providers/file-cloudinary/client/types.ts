export type CloudinaryAccount = {
  cloudName: string
  apiKey: string
  apiSecret: string
}

export type CloudinaryConfig = CloudinaryAccount & {
  /** Of the API, without a path; Cloudinary's own unless given. */
  apiUrl?: string
  /** What delivery addresses begin with: a domain of the shop's own. */
  deliveryUrl?: string
}

export type CloudinaryDependencies = {
  fetch?: typeof fetch
  clock?: { now(): number }
  /** Milliseconds until the end of an answer. */
  timeouts?: Partial<Timeouts>
}

export type Timeouts = { upload: number; other: number }

export type ResourceType = "image" | "video" | "raw"

/** How Cloudinary names a file: kind, openness, id and format are one name. */
export type Asset = {
  resourceType: ResourceType
  /** `authenticated` is shown to whoever has a signature, `upload` to all. */
  type: "upload" | "authenticated"
  /** With the ending of a raw file, without that of an image or a video. */
  publicId: string
  /** `png`; empty for a raw file. */
  format: string
}
