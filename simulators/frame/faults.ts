import { z } from "@medusajs/framework/zod"

const LONGEST = 600_000
const ms = z.number().int().min(0).max(LONGEST)
const times = z.union([
  z.number().int().min(1).max(100_000),
  z.literal("always"),
])

const requestMatch = z
  .strictObject({
    on: z.literal("request").default("request"),
    method: z.string().optional(),
    path: z.string().optional(),
  })
  .prefault({})
const callbackMatch = z.strictObject({
  on: z.literal("callback"),
  event: z.string().optional(),
  path: z.string().optional(),
})
const anyMatch = z.union([callbackMatch, requestMatch]).prefault({})

const script = {
  times: times.default(1),
  skip: z.number().int().min(0).default(0),
}
/** Whether the stand-in does the work before the answer is spoilt. */
const processed = z.boolean().default(false)

const faultSchema = z.discriminatedUnion("fault", [
  z.strictObject({ ...script, match: anyMatch, fault: z.literal("delay"), ms }),
  z.strictObject({
    ...script,
    match: anyMatch,
    fault: z.literal("drop"),
    processed,
  }),
  z.strictObject({
    ...script,
    match: anyMatch,
    fault: z.literal("duplicate"),
    copies: z.number().int().min(2).max(100).default(2),
  }),
  z.strictObject({
    ...script,
    match: anyMatch,
    fault: z.literal("reorder"),
    ms: ms.default(30_000),
  }),
  z.strictObject({
    ...script,
    match: anyMatch,
    fault: z.literal("garbage"),
    processed,
  }),
  z.strictObject({
    ...script,
    match: requestMatch,
    fault: z.literal("status"),
    status: z.number().int().min(400).max(599).default(500),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    processed,
  }),
  z.strictObject({
    ...script,
    match: requestMatch,
    fault: z.literal("html"),
    status: z.number().int().min(200).max(599).default(403),
    processed,
  }),
  z.strictObject({
    ...script,
    match: requestMatch,
    fault: z.literal("hang"),
    processed,
  }),
  z.strictObject({
    ...script,
    match: requestMatch,
    fault: z.literal("oversized"),
    bytes: z
      .number()
      .int()
      .min(1)
      .max(64 * 1024 * 1024)
      .default(10 * 1024 * 1024),
    processed,
  }),
  z.strictObject({
    ...script,
    match: requestMatch,
    fault: z.literal("callback-first"),
    ms: ms.default(30_000),
  }),
])

/** An ordered list: the first entry that fits and has turns left applies. */
export const faultScriptSchema = z.array(faultSchema).max(1000)

export type Fault = z.output<typeof faultSchema>
export type FaultInput = z.input<typeof faultSchema>
export type RequestFact = { on: "request"; method: string; path: string }
export type CallbackFact = { on: "callback"; event?: string; path: string }

type Entry = { fault: Fault; skip: number; left: number }

/** `*` stands for any run of characters within one part of the path. */
function fits(pattern: string | undefined, value: string | undefined) {
  if (pattern === undefined) {
    return true
  }
  const expression = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]*")
  return new RegExp(`^${expression}$`, "i").test(value ?? "")
}

function applies({ match }: Fault, fact: RequestFact | CallbackFact) {
  if (match.on === "request") {
    return (
      fact.on === "request" &&
      fits(match.method, fact.method) &&
      fits(match.path, fact.path)
    )
  }
  return (
    fact.on === "callback" &&
    fits(match.event, fact.event) &&
    fits(match.path, fact.path)
  )
}

/** The faults a test or a person has scripted for one stand-in. */
export class FaultScript {
  private entries: Entry[] = []

  set(faults: Fault[]) {
    this.entries = faults.map((fault) => ({
      fault,
      skip: fault.skip,
      left: fault.times === "always" ? Infinity : fault.times,
    }))
  }

  list() {
    return this.entries.map(({ fault, left }) => ({
      ...fault,
      left: left === Infinity ? "always" : left,
    }))
  }

  /** The fault for this request or callback, and one turn less of it. */
  take(fact: RequestFact | CallbackFact): Fault | undefined {
    for (const entry of this.entries) {
      if (entry.left === 0 || !applies(entry.fault, fact)) {
        continue
      }
      if (entry.skip > 0) {
        entry.skip--
        continue
      }
      entry.left--
      return entry.fault
    }
    return undefined
  }
}
