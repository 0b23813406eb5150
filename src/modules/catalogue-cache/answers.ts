import type { Tag } from "./tags"

/** What is sent, and until when. Times are those of `performance.now()`. */
export type Answer = {
  body: Buffer
  etag: string
  tags: readonly Tag[]
  version: number
  /** Kept no longer than this. */
  expiresAt: number
  /** When it becomes wrong by itself; nobody on the way may keep it longer. */
  wrongAt: number
}

export type Limits = { bytes: number; entries: number }

/** What an entry takes beside its key and its body, roughly. */
const OVERHEAD = 512

/** One answer does not drive out all others. */
const LARGEST = 1 / 8

const sizeOf = (key: string, { body }: Answer) =>
  body.length + key.length * 2 + OVERHEAD

/** Answers by key; what was not asked for longest goes first. */
export class Answers {
  /** In the order in which they were last asked for. */
  private readonly kept = new Map<string, Answer>()
  private held = 0
  private dropped = 0

  constructor(private readonly limits: Limits) {}

  get(key: string): Answer | undefined {
    const answer = this.kept.get(key)
    if (answer) {
      this.kept.delete(key)
      this.kept.set(key, answer)
    }
    return answer
  }

  set(key: string, answer: Answer): void {
    this.delete(key)
    const size = sizeOf(key, answer)
    if (size > this.limits.bytes * LARGEST) {
      return
    }
    this.kept.set(key, answer)
    this.held += size
    for (const oldest of this.kept.keys()) {
      if (
        this.held <= this.limits.bytes &&
        this.kept.size <= this.limits.entries
      ) {
        break
      }
      this.delete(oldest)
      this.dropped += 1
    }
  }

  delete(key: string): void {
    const answer = this.kept.get(key)
    if (answer) {
      this.kept.delete(key)
      this.held -= sizeOf(key, answer)
    }
  }

  get figures() {
    return {
      bytes: this.held,
      entries: this.kept.size,
      dropped: this.dropped,
    }
  }
}
