const isText = (mimeType = "") =>
  mimeType.startsWith("text/") || /csv|json|xml/.test(mimeType)

/**
 * The bytes of a file that travels as text: base64 from the uploads of the
 * admin, plain text or one character per byte from workflows. The order and
 * the rules are those of Medusa's own providers.
 */
export function contentOf(content: string, mimeType?: string): Buffer {
  const decoded = Buffer.from(content, "base64")
  if (decoded.toString("base64") === content) {
    return decoded
  }
  return Buffer.from(content, isText(mimeType) ? "utf8" : "latin1")
}
