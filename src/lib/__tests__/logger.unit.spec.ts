import { createLogger, type LoggerOptions } from "../logger"
import { runInContext } from "../request-context"

const recording = (options: Partial<LoggerOptions> = {}) => {
  const lines: string[] = []
  const logger = createLogger({
    level: "http",
    format: "json",
    write: (line) => lines.push(line),
    ...options,
  })
  const entries = () => lines.map((line) => JSON.parse(line))
  return { logger, lines, entries }
}

it("writes one JSON object a line, with the id of the request", () => {
  const { logger, lines, entries } = recording()
  runInContext({ requestId: "req-12345678" }, () =>
    logger.info("Called +254712345678\nfor order_01JAB3CDEF")
  )
  expect(lines).toHaveLength(1)
  expect(lines[0].endsWith("}\n")).toBe(true)
  expect(lines[0].trimEnd()).not.toContain("\n")
  expect(entries()[0]).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    level: "info",
    message: "Called +254***\nfor order_01JAB3CDEF",
    request_id: "req-12345678",
  })
})

it("keeps the context over awaits and apart from other requests", async () => {
  const { logger, entries } = recording()
  const request = (requestId: string) =>
    runInContext({ requestId }, async () => {
      await Promise.resolve()
      logger.info("done")
    })
  await Promise.all([request("req-a"), request("req-b")])
  logger.info("outside")
  expect(entries().map((entry) => entry.request_id)).toEqual([
    "req-a",
    "req-b",
    undefined,
  ])
})

it("logs an error with its stack and cause, redacted", () => {
  const { logger, entries } = recording()
  const cause = new Error("connect to postgres://duka:hunter22@db/duka")
  logger.error(new Error("No mail to amina@example.com", { cause }))
  logger.error("Failed", cause)
  expect(JSON.stringify(entries())).not.toMatch(/hunter22|amina@/)
  expect(entries()).toMatchObject([
    {
      level: "error",
      message: "No mail to a***@example.com",
      error: {
        stack: expect.stringContaining("logger.unit.spec"),
        cause: { name: "Error" },
      },
    },
    { level: "error", message: "Failed", error: { name: "Error" } },
  ])
})

it("redacts the fields of an event", () => {
  const { logger, entries } = recording()
  logger.event("warn", "Refused", { email: "a.b@c.de", token: "x", count: 1 })
  expect(entries()[0]).toMatchObject({
    email: "a***@c.de",
    token: "[hidden]",
    count: 1,
  })
})

it.each([
  ["error", ["e"]],
  ["warn", ["e", "w"]],
  ["info", ["e", "w", "i"]],
  ["http", ["e", "w", "i", "h"]],
  ["debug", ["e", "w", "i", "h", "v", "d"]],
] as const)("at level %s it writes %j", (level, expected) => {
  const { logger, entries } = recording({ level })
  logger.error("e")
  logger.warn("w")
  logger.info("i")
  logger.http("h")
  logger.verbose("v")
  logger.debug("d")
  logger.silly("s")
  expect(entries().map(({ message }) => message)).toEqual(expected)
})

it("changes its level and goes back to the one of the settings", () => {
  const { logger, entries } = recording({ level: "warn" })
  logger.info("hidden")
  logger.setLogLevel("debug")
  logger.setLogLevel("nonsense")
  logger.debug("shown")
  logger.unsetLogLevel()
  logger.info("hidden again")
  expect(entries().map(({ message }) => message)).toEqual(["shown"])
})

it("keeps Express from writing its own request log", () => {
  const { logger } = recording({ level: "debug" })
  expect(logger.shouldLog("http")).toBe(false)
  expect(logger.shouldLog("info")).toBe(true)
  expect(logger.logsRequests()).toBe(true)
  expect(recording({ level: "info" }).logger.logsRequests()).toBe(false)
})

it("tells how long an activity took and that it failed", () => {
  const { logger, entries } = recording()
  const id = logger.activity("Migrating")
  logger.progress(id, "half way")
  logger.failure(id, "Table is locked")
  logger.success("unknown", "fine")
  expect(entries()).toMatchObject([
    { level: "info", message: "Migrating" },
    { message: "half way", activity: "Migrating", ms: expect.any(Number) },
    { level: "error", message: "Table is locked", activity: "Migrating" },
    { level: "info", message: "fine" },
  ])
})

it("takes what core hands over where its types promise text", () => {
  const { logger, entries } = recording()
  logger.info({ password: "hunter22", ok: 1 } as unknown as string)
  logger.warn(new Error("boom") as unknown as string)
  logger.info(undefined as unknown as string)
  logger.log("a", 1, { token: "x" })
  expect(entries().map(({ message }) => message)).toEqual([
    '{"password":"[hidden]","ok":1}',
    "boom",
    "undefined",
    'a 1 {"token":"[hidden]"}',
  ])
})

it("is readable in development, and prints the stack", () => {
  const { logger, lines } = recording({ format: "text" })
  logger.event("info", "Ready", { port: 9000, note: "two words" })
  logger.error("Failed", new Error("boom"))
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} info {4}Ready port=9000 note="two words"\n$/
  )
  expect(lines[1]).toMatch(/^.* error {3}Failed\nError: boom\n {4}at /)
})

it("writes a request line as it is given", () => {
  const { logger, entries } = recording()
  logger.request("GET /store/products 200", { status: 200, ms: 3.1 })
  expect(entries()[0]).toMatchObject({ level: "http", status: 200, ms: 3.1 })
})
