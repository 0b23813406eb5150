import { randomUUID } from "node:crypto"
import type { Clock } from "./clock"
import type { Fault, FaultScript } from "./faults"
import type { Journal } from "./journal"
import { clip, maskBody, maskHeaders } from "./mask"

export type Callback = {
  url: string
  body: string
  /** What happened, for the journal and for faults that name an event. */
  event?: string
  headers?: Record<string, string>
  /** Headers that depend on the moment of sending, such as a signature. */
  sign?: (body: string, at: number) => Record<string, string>
  /** Callbacks of one lane leave one after the other. */
  lane?: string
  /** Waits between tries while the shop does not answer with 2xx. */
  retryDelays?: number[]
  timeoutMs?: number
}

export type Delivery = { delivered: boolean; attempts: number }

const TIMEOUT = 10_000
const ANSWER_LIMIT = 64 * 1024
const AT_ONCE = 16

/** Stand-ins never talk to the world outside this machine. */
export function isLoopback(url: string) {
  if (!URL.canParse(url)) {
    return false
  }
  const { hostname, protocol } = new URL(url)
  return (
    /^https?:$/.test(protocol) &&
    /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname)
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A parked callback that a `reorder` fault holds back. */
type Parked = { release: () => void }

/** Sends what a stand-in has to tell the shop, as badly as scripted. */
export class CallbackSender {
  private readonly lanes = new Map<string, Promise<unknown>>()
  private readonly open = new Set<Promise<unknown>>()
  private readonly sockets = new AbortController()
  private readonly parked = new Set<Parked>()
  private readonly wakers = new Set<() => void>()
  private readonly delivered = new Set<() => void>()
  private queue: (() => void)[] = []
  private running = 0

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly faults: FaultScript
  ) {}

  /** Queues the callback; the promise settles after its last try. */
  send(callback: Callback): Promise<Delivery> {
    const lane = callback.lane ?? randomUUID()
    const fault = this.faults.take({
      on: "callback",
      event: callback.event,
      path: URL.canParse(callback.url) ? new URL(callback.url).pathname : "",
    })
    let first: () => void = () => undefined
    const firstTry = new Promise<void>((resolve) => (first = resolve))
    const before = this.lanes.get(lane) ?? Promise.resolve()
    // A held callback must not hold its lane: others are to overtake it.
    const held = fault?.fault === "reorder" || fault?.fault === "delay"
    const turn = before.then(() => (held ? undefined : firstTry))
    this.lanes.set(lane, turn)
    void turn.then(() => {
      if (this.lanes.get(lane) === turn) {
        this.lanes.delete(lane)
      }
    })
    const work = before
      .then(() => this.perform(callback, fault, first))
      .finally(() => {
        first()
        this.open.delete(work)
        this.delivered.forEach((notify) => notify())
      })
    this.open.add(work)
    return work
  }

  /** Settles as soon as nothing is queued, under way or to be tried again. */
  async idle() {
    while (this.open.size) {
      await Promise.allSettled(this.open)
    }
  }

  get pending() {
    return this.open.size
  }

  /** Settles when the next callback has had its last try, or after `ms`. */
  nextDelivery(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        cancel()
        this.delivered.delete(settle)
        this.wakers.delete(settle)
        resolve()
      }
      const cancel = this.clock.after(ms, settle)
      this.delivered.add(settle)
      this.wakers.add(settle)
    })
  }

  close() {
    this.sockets.abort()
    this.wakers.forEach((wake) => wake())
    this.queue.forEach((start) => start())
    this.queue = []
  }

  private wait(ms: number): Promise<void> {
    if (this.sockets.signal.aborted) {
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const wake = () => {
        cancel()
        this.wakers.delete(wake)
        resolve()
      }
      const cancel = this.clock.after(ms, wake)
      this.wakers.add(wake)
    })
  }

  /** Holds until another callback has been tried, or the time is up. */
  private hold(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const release = () => {
        this.parked.delete(parked)
        resolve()
      }
      const parked = { release }
      this.parked.add(parked)
      void this.wait(ms).then(release)
    })
  }

  private async perform(
    callback: Callback,
    fault: Fault | undefined,
    first: () => void
  ): Promise<Delivery> {
    if (fault?.fault === "drop") {
      this.describe(callback, 1)({ outcome: "dropped", fault: "drop" })
      return { delivered: false, attempts: 0 }
    }
    if (fault?.fault === "delay") {
      await this.wait(fault.ms)
    }
    if (fault?.fault === "reorder") {
      await this.hold(fault.ms)
    }
    if (fault?.fault === "duplicate") {
      const copies = Array.from({ length: fault.copies }, () =>
        this.attempt(callback, 1, fault)
      )
      const results = await Promise.all(copies)
      this.overtaken()
      return { delivered: results.some(Boolean), attempts: fault.copies }
    }
    return this.deliver(callback, fault, first)
  }

  private async deliver(
    callback: Callback,
    fault: Fault | undefined,
    first: () => void
  ): Promise<Delivery> {
    const waits = callback.retryDelays ?? []
    for (let attempt = 1; ; attempt++) {
      const delivered = await this.attempt(callback, attempt, fault)
      first()
      if (fault?.fault !== "reorder") {
        this.overtaken()
      }
      const pause = waits[attempt - 1]
      if (delivered || pause === undefined || this.sockets.signal.aborted) {
        return { delivered, attempts: attempt }
      }
      await this.wait(pause)
    }
  }

  private overtaken() {
    this.parked.forEach(({ release }) => release())
  }

  private describe(callback: Callback, attempt: number, headers = {}) {
    const target = URL.canParse(callback.url)
      ? new URL(callback.url).pathname
      : callback.url
    return this.journal.open({
      direction: "out",
      method: "POST",
      path: target,
      headers: maskHeaders(headers),
      body: maskBody(parsed(callback.body)),
      event: callback.event,
      attempt,
    })
  }

  private async attempt(
    callback: Callback,
    attempt: number,
    fault: Fault | undefined
  ): Promise<boolean> {
    await this.slot()
    const garbage = fault?.fault === "garbage"
    const body = garbage ? callback.body.slice(0, -7) : callback.body
    const headers = {
      "content-type": "application/json",
      ...callback.headers,
      ...callback.sign?.(body, this.clock.now()),
    }
    const close = this.describe(callback, attempt, headers)
    try {
      if (!isLoopback(callback.url)) {
        close({
          outcome: "refused",
          error: `Callbacks go to this machine only, not to ${callback.url}. Set the stand-in's webhook_url to a localhost address.`,
        })
        return false
      }
      const timeout = AbortSignal.timeout(callback.timeoutMs ?? TIMEOUT)
      const answer = await fetch(callback.url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: AbortSignal.any([timeout, this.sockets.signal]),
      })
      const text = await readAnswer(answer)
      close({
        outcome: answer.ok ? "delivered" : "failed",
        status: answer.status,
        answer: maskBody(parsed(clip(text))),
        fault: fault?.fault,
      })
      return answer.ok
    } catch (error) {
      close({ outcome: "failed", fault: fault?.fault, error: explain(error) })
      return false
    } finally {
      this.free()
    }
  }

  private slot(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running++
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      this.queue.push(resolve)
    })
  }

  /** Hands the place to the next in line, so the count stays. */
  private free() {
    const next = this.queue.shift()
    if (next) {
      next()
    } else {
      this.running--
    }
  }
}

async function readAnswer(answer: Response) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > ANSWER_LIMIT) {
      break
    }
  }
  return Buffer.concat(chunks).toString("utf8")
}

function explain(error: unknown) {
  if (!(error instanceof Error)) {
    return String(error)
  }
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ""
  return error.name === "TimeoutError"
    ? "The shop did not answer in time."
    : `${error.message}${cause}`
}
