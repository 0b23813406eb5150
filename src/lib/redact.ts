/**
 * Keeps people and secrets out of the logs. Better one number too many hidden
 * than one phone shown; ids (`order_01J…`), dates and short numbers survive.
 */

const HIDDEN = "[hidden]"

const SECRET_NAME =
  "(?:[a-z0-9]{1,32}[-_]){0,4}(?:password|passwd|passphrase|passkey|passcode|secret|token|otp|pin|cvc|cvv|apikey|api[-_]key|access[-_]key|private[-_]key|publishable[-_]key|publishable[-_]api[-_]key|authorization|cookie|signature|credential|credentials|jwt|connect\\.sid)s?"

const secretName = new RegExp(`^${SECRET_NAME}$`, "i")
/** Five digits are the state of a database error; people get four or six. */
const codeName = /(?:^|[-_])code$/i
const codeOfAPerson = /^(?:\d{4}|\d{6,8})$/
const camel = /([a-z0-9])([A-Z])/g

const phoneName =
  /(?:^|[-_])(?:phone|msisdn|mobile|telephone|whatsapp)(?:[-_]number)?$/i

const jwt = /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g
const authorization = /\b(bearer|basic)(\s+|%20)[\w.~+/=-]{6,}/gi
const key = /\b(sk|pk|rk|whsec|ghp|xox[abp])_[\w-]{12,}/g
const clientSecret = /(_secret_)[A-Za-z0-9]{6,}/g
const credentialsInUrl = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi
const pair = new RegExp(
  `((["']?)\\b${SECRET_NAME}\\2\\s*[:=]\\s*)(?!["']?\\[hidden\\])(?:"[^"]*"|'[^']*'|[^\\s&,;"'}\\])]+)`,
  "gi"
)
const queryCode = /([?&](?:code|state|sig|key)=)[^&#\s]+/gi
const email =
  /([A-Za-z0-9])[\w.!#$&'*+^`{|}~-]{0,63}(@|%40)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})/g
const international = /(?:\+|%2B)(\d{1,3})[\d\s().-]{5,16}\d/gi
const grouped = /(?<![\w.-])\(?0?\d{2,4}\)?[ -]\d{3}[ -]?\d{3,4}(?![\w-])/g
const digits = /(?<![\w.-])\d{9,15}(?![\w-]|\.\d)/g
const epochMilliseconds = /^1[5-9]\d{11}$/

const suspicious =
  /[@=:+%]|eyJ|_secret_|(?:sk|pk|rk|whsec)_|basic|bearer|\d{9}|\d[ -]\d{3}/i

/** More of one text is not worth reading, nor the time to search it. */
const MAX_SEARCHED = 16_384

const maskDigits = (number: string): string =>
  epochMilliseconds.test(number)
    ? number
    : `${number.slice(0, 3)}***${number.slice(-2)}`

export const maskPhone = (phone: string): string => {
  const plain = phone.replace(/\D/g, "")
  return plain.length < 6
    ? HIDDEN
    : `${phone.trimStart().startsWith("+") ? "+" : ""}${plain.slice(0, 3)}***${plain.slice(-2)}`
}

export const maskEmail = (address: string): string =>
  address.replace(email, "$1***$2$3")

export function redactText(text: string): string {
  const searched =
    text.length > MAX_SEARCHED ? `${text.slice(0, MAX_SEARCHED)}…` : text
  if (!suspicious.test(searched)) {
    return searched
  }
  return searched
    .replace(credentialsInUrl, `$1:${HIDDEN}@`)
    .replace(jwt, HIDDEN)
    .replace(authorization, `$1$2${HIDDEN}`)
    .replace(key, `$1_${HIDDEN}`)
    .replace(clientSecret, `$1${HIDDEN}`)
    .replace(pair, `$1${HIDDEN}`)
    .replace(queryCode, `$1${HIDDEN}`)
    .replace(email, "$1***$2$3")
    .replace(international, "+$1***")
    .replace(grouped, (number) => maskPhone(number))
    .replace(digits, maskDigits)
}

const idSegment = /^[a-z]{2,}[a-z0-9]*_[A-Za-z0-9]+$/
const opaqueSegment = /^[\w%.~-]{24,}$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Words and ids joined by dashes: handles of products, not random tokens. */
const handle = /^[a-z]+(?:[-.][a-z0-9]{1,14})+$/

const redactSegment = (segment: string): string =>
  opaqueSegment.test(segment) &&
  !idSegment.test(segment) &&
  !uuid.test(segment) &&
  !handle.test(segment)
    ? HIDDEN
    : segment

/** A path with its query: also long random segments, which are credentials. */
export function redactUrl(url: string): string {
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  const safePath =
    path.length < 24 ? path : path.split("/").map(redactSegment).join("/")
  return redactText(mark < 0 ? safePath : safePath + url.slice(mark))
}

const MAX_DEPTH = 6
const MAX_ENTRIES = 50
const MAX_TEXT = 4_000

const shorten = (text: string): string =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text

function redactField(
  name: string,
  value: unknown,
  depth: number,
  seen: Set<object>
) {
  const plain = name.replace(camel, "$1_$2")
  const written = typeof value === "string" || typeof value === "number"
  if (value !== null && value !== undefined && secretName.test(plain)) {
    return HIDDEN
  }
  if (written && codeName.test(plain) && codeOfAPerson.test(String(value))) {
    return HIDDEN
  }
  if (written && phoneName.test(plain)) {
    return maskPhone(String(value))
  }
  return redactAt(value, depth, seen)
}

function redactError(error: Error, depth: number, seen: Set<object>) {
  const { name, message, stack, ...rest } = error as Error &
    Record<string, unknown>
  return {
    ...(redactEntries(Object.entries(rest), depth, seen) as object),
    name: error.name ?? name,
    message: shorten(redactText(String(message))),
    ...(stack ? { stack: shorten(redactText(String(stack))) } : {}),
    ...(error.cause === undefined
      ? {}
      : { cause: redactAt(error.cause, depth + 1, seen) }),
  }
}

function redactEntries(
  entries: [string, unknown][],
  depth: number,
  seen: Set<object>
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, value] of entries.slice(0, MAX_ENTRIES)) {
    result[name] = redactField(name, value, depth + 1, seen)
  }
  if (entries.length > MAX_ENTRIES) {
    result["…"] = `${entries.length - MAX_ENTRIES} more`
  }
  return result
}

function redactObject(
  value: object,
  depth: number,
  seen: Set<object>
): unknown {
  if (value instanceof Date) {
    return value
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return `[${value.byteLength} bytes]`
  }
  if (value instanceof Error) {
    return redactError(value, depth, seen)
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_ENTRIES)
    return shown.map((entry) => redactAt(entry, depth + 1, seen))
  }
  if (value instanceof URL) {
    return redactUrl(value.href)
  }
  if (value instanceof Map) {
    const entries = [...value].map(
      ([k, v]) => [String(k), v] as [string, unknown]
    )
    return redactEntries(entries, depth, seen)
  }
  if (value instanceof Set) {
    return redactObject([...value], depth, seen)
  }
  return redactEntries(Object.entries(value), depth, seen)
}

function redactAt(value: unknown, depth: number, seen: Set<object>): unknown {
  switch (typeof value) {
    case "string":
      return shorten(redactText(value))
    case "number": {
      const text = String(value)
      return Number.isInteger(value) && text.length > 8
        ? maskNumber(value, text)
        : value
    }
    case "bigint":
      return redactText(String(value))
    case "function":
    case "symbol":
      return undefined
    case "object":
      break
    default:
      return value
  }
  if (value === null) {
    return null
  }
  if (seen.has(value)) {
    return "[circular]"
  }
  if (depth >= MAX_DEPTH) {
    return "[deep]"
  }
  seen.add(value)
  const result = redactObject(value, depth, seen)
  seen.delete(value)
  return result
}

const maskNumber = (value: number, text: string): number | string => {
  const masked = redactText(text)
  return masked === text ? value : masked
}

/** A copy that may be logged: bounded in depth and size, safe to stringify. */
export const redact = (value: unknown): unknown => redactAt(value, 0, new Set())
