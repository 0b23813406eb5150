import { isIPv4, isIPv6 } from "node:net"

/** How the text of a variable becomes a value, in words and in code. */
export type Kind<T> = {
  expectation: string
  read: (raw: string) => T | undefined
}

export const text: Kind<string> = {
  expectation: "some text",
  read: (raw) => raw,
}

export const number = (min: number, max: number): Kind<number> => ({
  expectation: `a whole number from ${min} to ${max}`,
  read: (raw) => {
    const value = /^\d+$/.test(raw) ? Number(raw) : NaN
    return value >= min && value <= max ? value : undefined
  },
})

export const flag: Kind<boolean> = {
  expectation: "`true` or `false`",
  read: (raw) =>
    ({ true: true, "1": true, false: false, "0": false })[raw.toLowerCase()],
}

export const choice = <const T extends string>(...names: T[]): Kind<T> => ({
  expectation: `one of ${names.map((name) => `\`${name}\``).join(", ")}`,
  read: (raw) => names.find((name) => name === raw),
})

const entriesOf = (raw: string) =>
  raw
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)

/** Entries separated by commas, each of them of one kind. */
export const list = <T>(kind: Kind<T>, what: string): Kind<readonly T[]> => ({
  expectation: `${what}, separated by commas`,
  read: (raw) => {
    const values = entriesOf(raw).map((entry) => kind.read(entry))
    return values.every(
      (value): value is NonNullable<typeof value> => value !== undefined
    )
      ? Object.freeze(values)
      : undefined
  },
})

const parsedUrl = (raw: string) =>
  URL.canParse(raw) ? new URL(raw) : undefined

/** An address; kept as written but for a slash at its end. */
export const url = (...protocols: string[]): Kind<string> => ({
  expectation: `an address that starts with ${protocols
    .map((protocol) => `\`${protocol}://\``)
    .join(" or ")}`,
  read: (raw) => {
    const address = parsedUrl(raw)
    const known = protocols.includes(address?.protocol.slice(0, -1) ?? "")
    return known ? raw.replace(/\/+$/, "") : undefined
  },
})

export const webAddress = url("http", "https")

export type CloudinaryAccount = {
  readonly cloudName: string
  readonly apiKey: string
  readonly apiSecret: string
}

/** The one line in which Cloudinary shows an account. */
export const cloudinaryAccount: Kind<CloudinaryAccount> = {
  expectation: "an address such as `cloudinary://key:secret@cloud`",
  read: (raw) => {
    const [, apiKey, apiSecret, cloudName] =
      /^cloudinary:\/\/([^:@/\s]+):([^:@/\s]+)@([\w-]+)\/?$/.exec(raw) ?? []
    return cloudName
      ? Object.freeze({ cloudName, apiKey, apiSecret })
      : undefined
  },
}

/** `*`, an origin, or a regular expression between slashes. */
export const origin: Kind<string> = {
  expectation: "an origin such as `https://shop.example`",
  read: (raw) => {
    if (raw === "*" || /^\/.+\/$/.test(raw)) {
      return raw
    }
    const address = parsedUrl(raw)
    return address && raw.replace(/\/$/, "") === address.origin
      ? address.origin
      : undefined
  },
}

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

const secondsOf = (raw: string) => {
  const match = /^(\d+)([smhd])$/.exec(raw)
  const seconds = match
    ? Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS]
    : 0
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined
}

/** A length of time; the value is in seconds. */
export const duration: Kind<number> = {
  expectation: "a length of time such as `30s`, `15m`, `2h` or `7d`",
  read: secondsOf,
}

export type Rate = { readonly points: number; readonly seconds: number }

/** So many requests in so much time. */
export const rate: Kind<Rate> = {
  expectation: "a number of requests and a length of time, such as `10/60s`",
  read: (raw) => {
    const [count, time, ...rest] = raw.split("/")
    const points = /^\d+$/.test(count) ? Number(count) : 0
    const seconds = secondsOf(time ?? "")
    return points > 0 && seconds && rest.length === 0
      ? Object.freeze({ points, seconds })
      : undefined
  },
}

export const timeZone: Kind<string> = {
  expectation: "a time zone such as `Africa/Nairobi`",
  read: (raw) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: raw })
      return raw
    } catch {
      return undefined
    }
  },
}

/** An IP address or a block of them, as proxies and firewalls write it. */
export const network: Kind<string> = {
  expectation: "an IP address or block such as `10.0.0.0/8`",
  read: (raw) => {
    const [address, bits, ...rest] = raw.split("/")
    const size = isIPv4(address) ? 32 : isIPv6(address) ? 128 : undefined
    const fits =
      bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (size ?? 0))
    return size && fits && rest.length === 0 ? raw : undefined
  },
}
