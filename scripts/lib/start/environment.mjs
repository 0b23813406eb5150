import { existsSync, mkdirSync, readFileSync, statfsSync } from "node:fs"
import { randomBytes } from "node:crypto"
import { join, resolve } from "node:path"
import { parseEnv } from "node:util"
import { readJson, root, writePrivateJson } from "../files.mjs"
import { diskFull, Sentence } from "../sentence.mjs"

const SPACE_NEEDED = 200 * 1024 ** 2

function fromFile(file) {
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {}
}

/** Hosts and shells hand over unset variables as empty ones. */
const given = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""))

function readPort(text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Sentence(
      `PORT must be a whole number from 0 to 65535, but it is "${text}". Try PORT=9000 npm start.`
    )
  }
  return port
}

/**
 * What this start was asked for: the environment, then `.env`. A test gets
 * its settings from its bed, never from somebody's `.env`.
 */
export function readEnvironment({ watch = false } = {}) {
  const env = {
    ...(process.env.NODE_ENV === "test"
      ? {}
      : given(fromFile(join(root, ".env")))),
    ...given(process.env),
  }
  const production = ["production", "prod"].includes(env.NODE_ENV)
  if (production && watch) {
    throw new Sentence(
      "npm run dev restarts with every change and is not for production. Use npm start, or leave NODE_ENV away."
    )
  }
  return {
    env,
    production,
    watch,
    port: readPort(env.PORT ?? "9000"),
    dir: resolve(root, env.DUKA_DIR ?? ".duka"),
  }
}

/** Makes the folder of the shop and sees that something fits into it. */
export function prepareDirectory(dir) {
  mkdirSync(join(dir, "logs"), { recursive: true })
  const { bavail, bsize } = statfsSync(dir)
  if (bavail * bsize < SPACE_NEEDED) {
    throw diskFull(dir)
  }
}

/** Random secrets of this checkout: the defaults are known to everybody. */
export function ensureSecrets(dir) {
  const file = join(dir, "secrets.json")
  const kept = readJson(file)
  if (kept?.JWT_SECRET && kept?.COOKIE_SECRET) {
    return kept
  }
  const secrets = {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
  }
  writePrivateJson(file, secrets)
  return secrets
}

const STOREFRONTS = ["http://localhost:8000", "http://localhost:3000"]
const VITE = "http://localhost:5173"

/** The settings of a shop that runs on this machine for trying it out. */
export function localSettings({ env, port, dir, watch, databaseUrl }) {
  const url = env.BACKEND_URL ?? `http://localhost:${port}`
  const defaults = {
    ...ensureSecrets(dir),
    BACKEND_URL: url,
    STORE_CORS: STOREFRONTS.join(","),
    ADMIN_CORS: [url, VITE].join(","),
    AUTH_CORS: [url, VITE, ...STOREFRONTS].join(","),
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  return {
    ...defaults,
    ...env,
    NODE_ENV: watch ? "development" : env.NODE_ENV === "test" ? "test" : "dev",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
  }
}

/** A production server gets what it was given and nothing else. */
export const productionSettings = ({ env, port, databaseUrl }) => ({
  ...env,
  NODE_ENV: "production",
  PORT: String(port),
  DATABASE_URL: databaseUrl,
})
