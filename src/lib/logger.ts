import { randomUUID } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"
import { redact, redactText } from "./redact"
import { currentContext } from "./request-context"

export const LOG_LEVELS = [
  "error",
  "warn",
  "info",
  "http",
  "verbose",
  "debug",
  "silly",
] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

export type LogFields = Record<string, unknown>

export type LoggerOptions = {
  level: LogLevel
  format: "json" | "text"
  write?: (line: string) => void
}

const isLevel = (level: string): level is LogLevel =>
  (LOG_LEVELS as readonly string[]).includes(level)

const asJson = (entry: LogFields): string => `${JSON.stringify(entry)}\n`

const inText = (value: unknown): string =>
  typeof value === "string" && !/[\s"]/.test(value)
    ? value
    : JSON.stringify(value)

function asText({ time, level, message, error, ...fields }: LogFields): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${inText(value)}`)
    .join("")
  const stack = (error as { stack?: string } | undefined)?.stack
  const clock = String(time).slice(11, 23)
  const tail = stack ? `\n${stack}` : error ? ` error=${inText(error)}` : ""
  return `${clock} ${String(level).padEnd(7)} ${message}${rest}${tail}\n`
}

/**
 * Medusa's logger with one entry per line, the id of the request that is being
 * answered, and nothing in it that identifies a person or opens a door.
 */
export class DukaLogger implements Logger {
  private rank: number
  private readonly activities = new Map<string, { text: string; at: number }>()
  private readonly emit: (line: string) => void
  private readonly format: (entry: LogFields) => string

  constructor(private readonly options: LoggerOptions) {
    this.rank = LOG_LEVELS.indexOf(options.level)
    this.emit = options.write ?? ((line) => void process.stdout.write(line))
    this.format = options.format === "json" ? asJson : asText
  }

  /** One entry with fields of its own. */
  event(level: LogLevel, message: string, fields?: LogFields): void {
    if (LOG_LEVELS.indexOf(level) > this.rank) {
      return
    }
    const requestId = currentContext()?.requestId
    const safe = fields && (redact(fields) as LogFields)
    this.emit(
      this.format({
        time: new Date().toISOString(),
        level,
        message: redactText(message),
        ...(requestId ? { request_id: requestId } : {}),
        ...safe,
      })
    )
  }

  /** For an entry whose fields are known to be safe: one a request. */
  request(message: string, fields: LogFields): void {
    if (this.logsRequests()) {
      this.emit(
        this.format({
          time: new Date().toISOString(),
          level: "http",
          message,
          ...fields,
        })
      )
    }
  }

  logsRequests(): boolean {
    return this.rank >= LOG_LEVELS.indexOf("http")
  }

  /**
   * Express' own request log asks for "http" and writes past this logger, with
   * whole URLs; the API frame writes a line of its own instead.
   */
  shouldLog(level: string): boolean {
    return (
      level !== "http" &&
      isLevel(level) &&
      LOG_LEVELS.indexOf(level) <= this.rank
    )
  }

  setLogLevel(level: string): void {
    if (isLevel(level)) {
      this.rank = LOG_LEVELS.indexOf(level)
    }
  }

  unsetLogLevel(): void {
    this.setLogLevel(this.options.level)
  }

  error(messageOrError: string | Error, error?: Error): void {
    const cause =
      error ?? (messageOrError instanceof Error ? messageOrError : undefined)
    const message =
      messageOrError instanceof Error ? messageOrError.message : messageOrError
    this.event("error", this.plain(message), cause && { error: cause })
  }

  warn(message: string): void {
    this.event("warn", this.plain(message))
  }

  info(message: string): void {
    this.event("info", this.plain(message))
  }

  http(message: string): void {
    this.event("http", this.plain(message))
  }

  verbose(message: string): void {
    this.event("verbose", this.plain(message))
  }

  debug(message: string): void {
    if (this.rank >= LOG_LEVELS.indexOf("debug")) {
      this.event("debug", this.plain(message))
    }
  }

  silly(message: string): void {
    this.event("silly", this.plain(message))
  }

  log(...parts: unknown[]): void {
    this.event("info", parts.map((part) => this.plain(part)).join(" "))
  }

  /** The process cannot go on: said, then ended, as Medusa's own logger does. */
  panic(data: unknown): void {
    const error = data instanceof Error ? data : undefined
    this.event("error", error?.message ?? this.plain(data), error && { error })
    process.exit(1)
  }

  activity(message: string): string {
    const id = randomUUID()
    this.activities.set(id, { text: message, at: Date.now() })
    this.info(message)
    return id
  }

  progress(activityId: string, message: string): void {
    this.event("info", this.plain(message), this.about(activityId))
  }

  success(activityId: string, message: string): Record<string, unknown> {
    return this.end("info", activityId, message)
  }

  failure(activityId: string, message: string): Record<string, unknown> {
    return this.end("error", activityId, message)
  }

  private end(level: LogLevel, id: string, message: string): LogFields {
    const fields = this.about(id)
    this.activities.delete(id)
    this.event(level, this.plain(message), fields)
    return fields
  }

  private about(id: string): LogFields {
    const activity = this.activities.get(id)
    return activity
      ? { activity: activity.text, ms: Date.now() - activity.at }
      : {}
  }

  /** Core hands over errors and objects where its types promise text. */
  private plain(message: unknown): string {
    if (typeof message === "string") {
      return message
    }
    return message instanceof Error
      ? message.message
      : (JSON.stringify(redact(message)) ?? String(message))
  }
}

export const createLogger = (options: LoggerOptions): DukaLogger =>
  new DukaLogger(options)
