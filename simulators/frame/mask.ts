const SECRET_KEY =
  /^(?:.*(?:secret|password|passkey|credential|token|api_?key)|pin|key|cvc|cvv)$/i
const CARD_NUMBER = /\b\d{9,15}(\d{4})\b/g
const MASK = "***"
const DEPTH = 12
const TEXT = 16_384

function maskHeader(name: string, value: string) {
  if (name === "authorization" || name === "proxy-authorization") {
    return `${value.split(" ", 1)[0]} ${MASK}`
  }
  return /cookie|api-key|secret|token/.test(name) ? MASK : value
}

export function maskHeaders(headers: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name.toLowerCase(),
        maskHeader(name.toLowerCase(), String(value)),
      ])
  )
}

export function clip(text: string) {
  return text.length > TEXT
    ? `${text.slice(0, TEXT)}… (${text.length} characters)`
    : text
}

/** A copy for the journal: secrets by name, card numbers by shape. */
export function maskBody(value: unknown, key = "", depth = 0): unknown {
  if (value === null || value === undefined || typeof value === "boolean") {
    return value
  }
  if (value instanceof Uint8Array) {
    return `(${value.byteLength} bytes)`
  }
  if (typeof value !== "object") {
    if (SECRET_KEY.test(key)) {
      return MASK
    }
    if (key === "number" && typeof value === "string") {
      return value.replace(CARD_NUMBER, `${MASK}$1`)
    }
    return typeof value === "string" ? clip(value) : value
  }
  if (depth >= DEPTH) {
    return "…"
  }
  if (Array.isArray(value)) {
    return value.map((entry) => maskBody(entry, key, depth + 1))
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      maskBody(entry, name, depth + 1),
    ])
  )
}

/** The same for a query string, which travels as text. */
export function maskQuery(query: URLSearchParams) {
  return maskBody(Object.fromEntries(query)) as Record<string, unknown>
}
