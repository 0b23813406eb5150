import { existsSync, readFileSync } from "node:fs"
import type { Settings } from "../read"

type Tls = false | { rejectUnauthorized: boolean; ca?: string }

type Fields = Pick<
  Settings,
  | "DATABASE_URL"
  | "DATABASE_TLS"
  | "DATABASE_TLS_CA"
  | "DATABASE_POOL_MIN"
  | "DATABASE_POOL_MAX"
  | "DATABASE_CONNECT_TIMEOUT"
>

/** Postgres's own words for what `DATABASE_TLS` says. */
const SSL_MODES: Readonly<Record<string, "require" | "verify">> = {
  require: "require",
  "no-verify": "require",
  "verify-ca": "verify",
  "verify-full": "verify",
}

const SSL_MODE = /([?&])ssl_?mode=([^&]*)(&|$)/i

const tlsMode = ({ DATABASE_TLS, DATABASE_URL }: Fields) =>
  DATABASE_TLS === "auto"
    ? (SSL_MODES[SSL_MODE.exec(DATABASE_URL)?.[2] ?? ""] ?? "off")
    : DATABASE_TLS

const certificate = (text: string | undefined) =>
  text && existsSync(text) ? readFileSync(text, "utf8") : text

const tls = (settings: Fields): Tls => {
  const mode = tlsMode(settings)
  if (mode === "off") {
    return false
  }
  const ca = certificate(settings.DATABASE_TLS_CA)
  return { rejectUnauthorized: mode === "verify", ...(ca ? { ca } : {}) }
}

/**
 * How to reach Postgres. `sslmode` leaves the address, because the driver reads
 * `require` there as "verify" and Medusa's migrations do not read it at all.
 */
export const databaseConnection = (settings: Fields) => ({
  connectionString: settings.DATABASE_URL.replace(
    SSL_MODE,
    (_, before: string, __, after: string) => (after ? before : "")
  ),
  ssl: tls(settings),
  connectionTimeoutMillis: settings.DATABASE_CONNECT_TIMEOUT * 1000,
})

/** The part of Medusa's project configuration that is about Postgres. */
export const databaseConfig = (settings: Fields) => {
  const { connectionString, ...connection } = databaseConnection(settings)
  return {
    databaseUrl: connectionString,
    databaseDriverOptions: {
      connection,
      pool: {
        min: settings.DATABASE_POOL_MIN,
        max: settings.DATABASE_POOL_MAX,
      },
    },
  }
}
