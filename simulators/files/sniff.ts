/** What a file is by its first bytes, as stores look at them. */
export function sniff(bytes: Buffer) {
  const begins = (hex: string) =>
    bytes.subarray(0, hex.length / 2).toString("hex") === hex
  const at = (offset: number, text: string) =>
    bytes.toString("latin1", offset, offset + text.length) === text
  if (begins("89504e470d0a1a0a")) {
    return { kind: "image", format: "png", type: "image/png" } as const
  }
  if (begins("ffd8ff")) {
    return { kind: "image", format: "jpg", type: "image/jpeg" } as const
  }
  if (at(0, "RIFF") && at(8, "WEBP")) {
    return { kind: "image", format: "webp", type: "image/webp" } as const
  }
  if (at(4, "ftyp")) {
    return { kind: "video", format: "mp4", type: "video/mp4" } as const
  }
  if (begins("1a45dfa3")) {
    return { kind: "video", format: "webm", type: "video/webm" } as const
  }
  return undefined
}
