import type { Clock } from "./clock"

export type JournalEntry = {
  seq: number
  /** `in`: a request to the stand-in. `out`: a callback of it to the shop. */
  direction: "in" | "out"
  at: string
  method: string
  path: string
  query?: Record<string, unknown>
  headers: Record<string, string>
  body?: unknown
  /** The name of the callback, such as `payment_intent.succeeded`. */
  event?: string
  /** Which try of this callback this is, from 1. */
  attempt?: number
  outcome: string
  status?: number
  answer?: unknown
  fault?: string
  error?: string
  ms?: number
}

export type JournalDraft = Omit<JournalEntry, "seq" | "at" | "ms" | "outcome">
export type JournalResult = Pick<JournalEntry, "outcome"> &
  Partial<Pick<JournalEntry, "status" | "answer" | "fault" | "error">>

const CAPACITY = 1000

/** What came in and went out, the newest thousand, oldest first. */
export class Journal {
  private entries: JournalEntry[] = []
  private next = 1

  constructor(
    private readonly clock: Clock,
    private readonly capacity = CAPACITY
  ) {}

  /** Writes the entry down now; the answer completes it. */
  open(draft: JournalDraft): (result: JournalResult) => void {
    const began = this.clock.now()
    const entry: JournalEntry = {
      seq: this.next++,
      at: new Date(began).toISOString(),
      outcome: "under way",
      ...draft,
    }
    this.entries.push(entry)
    if (this.entries.length > this.capacity) {
      this.entries.shift()
    }
    return (result) => {
      Object.assign(entry, result, { ms: this.clock.now() - began })
    }
  }

  list(): readonly JournalEntry[] {
    return this.entries
  }

  clear() {
    this.entries = []
  }
}
