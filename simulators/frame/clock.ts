/** Time as the stand-ins see it, so that a test can move it by hand. */
export interface Clock {
  now(): number
  /** Runs `task` after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

type Waiting = { due: number; task: () => void }

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  private waiting: Waiting[] = []

  constructor(private time = Date.UTC(2026, 0, 1)) {}

  now() {
    return this.time
  }

  after(ms: number, task: () => void) {
    const entry = { due: this.time + ms, task }
    this.waiting.push(entry)
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry)
    }
  }

  /** Moves time forward; whatever falls due runs in the order it is due. */
  advance(ms: number) {
    const end = this.time + ms
    for (;;) {
      const next = this.waiting
        .filter(({ due }) => due <= end)
        .sort((left, right) => left.due - right.due)[0]
      if (!next) {
        break
      }
      this.waiting = this.waiting.filter((other) => other !== next)
      this.time = Math.max(this.time, next.due)
      next.task()
    }
    this.time = end
  }
}
