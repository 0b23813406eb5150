export type Family = "image" | "video" | "table"

export type Size = { width: number; height: number }

/** A file as it is kept: what it is, and its bytes without what is not needed. */
export type Media = {
  mime: string
  extension: string
  family: Family
  bytes: Buffer
  size?: Size
}

export type Format = {
  mime: string
  extension: string
  family: Family
  /** Whether it begins like one. */
  isLike(bytes: Buffer): boolean
  /** Walks all of it, and refuses what does not hang together. */
  read(bytes: Buffer): Pick<Media, "bytes" | "size">
}
