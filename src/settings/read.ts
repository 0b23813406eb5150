import { productionProblems } from "./production"
import type { Problem } from "./problem"
import { relationProblems } from "./relations"
import {
  definitionOf,
  type Read,
  type SettingName,
  settingNames,
  settingsSchema,
} from "./schema"

type Derived = {
  BACKEND_URL: string
  DATABASE_URL: string
  LOG_FORMAT: "json" | "text"
}

export type Settings = Readonly<Omit<Read, keyof Derived> & Derived>

export type Environment = Readonly<Record<string, string | undefined>>

export type Reading = {
  settings: Settings
  /** The settings the environment gives, the others have their default. */
  given: ReadonlySet<SettingName>
  problems: readonly Problem[]
}

/** Hosts and compose files hand over unset variables as empty ones. */
const givenValues = (environment: Environment) => {
  const values: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = environment[name]?.trim()
    if (value) {
      values[name] = value
    }
  }
  return values
}

const shown = (name: SettingName, value: string) =>
  definitionOf[name].secret ? "" : `, but it is \`${value}\``

const parse = (values: Partial<Record<SettingName, string>>) => {
  const outcome = settingsSchema.safeParse(values)
  if (outcome.success) {
    return { read: outcome.data, problems: [] }
  }
  const sound = { ...values }
  const problems = outcome.error.issues.map(({ path, message }): Problem => {
    const setting = path[0] as SettingName
    delete sound[setting]
    const value = shown(setting, values[setting] ?? "")
    return { setting, message: `${message}${value}.` }
  })
  // The rest is still checked, so that a person hears everything at once.
  return { read: settingsSchema.parse(sound), problems }
}

const credentials = (user?: string, password?: string) =>
  user || password
    ? `${[user ?? "", password]
        .filter((part) => part !== undefined)
        .map(encodeURIComponent)
        .join(":")}@`
    : ""

const databaseUrl = (read: Read) => {
  if (read.DATABASE_URL) {
    return read.DATABASE_URL
  }
  if (!read.DB_HOST) {
    return "postgres://localhost/duka"
  }
  const login = credentials(read.DB_USER, read.DB_PASSWORD)
  const name = encodeURIComponent(read.DB_NAME)
  return `postgres://${login}${read.DB_HOST}:${read.DB_PORT}/${name}`
}

const redisUrl = (read: Read) => {
  if (read.REDIS_URL || !read.REDIS_HOST) {
    return read.REDIS_URL
  }
  const login = credentials(read.REDIS_USER, read.REDIS_PASSWORD)
  const protocol = read.REDIS_TLS ? "rediss" : "redis"
  return `${protocol}://${login}${read.REDIS_HOST}:${read.REDIS_PORT}`
}

const complete = (read: Read): Settings =>
  Object.freeze({
    ...read,
    BACKEND_URL: read.BACKEND_URL ?? `http://localhost:${read.PORT}`,
    DATABASE_URL: databaseUrl(read),
    REDIS_URL: redisUrl(read),
    LOG_FORMAT:
      read.LOG_FORMAT ?? (read.NODE_ENV === "production" ? "json" : "text"),
  })

const firstOfEach = (problems: Problem[]) =>
  problems.filter(
    ({ setting }, index) =>
      problems.findIndex((other) => other.setting === setting) === index
  )

/**
 * Reads and judges an environment without acting on it. `compiling` leaves out
 * what only a running production server must have.
 */
export function readSettings(
  environment: Environment,
  { compiling = false } = {}
): Reading {
  const values = givenValues(environment)
  const given = new Set(Object.keys(values) as SettingName[])
  const { read, problems } = parse(values)
  const settings = complete(read)
  const live = settings.NODE_ENV === "production" && !compiling
  return {
    settings,
    given,
    problems: firstOfEach([
      ...problems,
      ...relationProblems(settings, given),
      ...(live ? productionProblems(settings, given) : []),
    ]),
  }
}
