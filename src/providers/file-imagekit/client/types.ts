export type ImageKitAccount = {
  privateKey: string
  /** What all addresses of the account begin with, or a domain of the shop. */
  urlEndpoint: string
}

export type ImageKitConfig = ImageKitAccount & {
  /** ImageKit's own unless given; without a path. */
  apiUrl?: string
  uploadUrl?: string
}

export type ImageKitDependencies = {
  fetch?: typeof fetch
  clock?: { now(): number }
  /** Milliseconds until the end of an answer. */
  timeouts?: Partial<Timeouts>
}

export type Timeouts = { upload: number; other: number }

export type NewFile = {
  /** Folders and name, such as `products/mara-01/front.png`. */
  path: string
  bytes: Buffer
  mimeType: string
  isPrivate: boolean
}
