export type LoopOptions = {
  /** How many workers call at once, each starting when its last call ended. */
  concurrency: number
  warmUpSeconds: number
  seconds: number
  /** The window stays open until it holds this many operations. */
  minimum: number
  /** One unit of work; throws when the answer is wrong. */
  operation: (worker: number) => Promise<void>
  now?: () => number
}

export type LoopResult = {
  operations: number
  perSecond: number
  /** Milliseconds of every operation that ended inside the window. */
  durations: number[]
  errors: number
  firstError?: string
}

/** So slow a server is told apart from a hanging one. */
const LONGEST_WINDOW = 20

/**
 * Workers run through warm-up and window without a break. The window closes
 * on the end of an operation, so a server that needs seconds for each is not
 * rounded to nothing; what is still running then is awaited, not counted.
 */
export async function runClosedLoop({
  concurrency,
  warmUpSeconds,
  seconds,
  minimum,
  operation,
  now = () => performance.now(),
}: LoopOptions): Promise<LoopResult> {
  const opens = now() + warmUpSeconds * 1000
  const closesEarliest = opens + seconds * 1000
  const closesLatest = opens + seconds * 1000 * LONGEST_WINDOW
  const durations: number[] = []
  let closed: number | undefined
  let errors = 0
  let firstError: string | undefined

  const settle = (started: number, ended: number) => {
    if (closed !== undefined || ended < opens) {
      return
    }
    durations.push(ended - started)
    const enough = ended >= closesEarliest && durations.length >= minimum
    if (enough || ended >= closesLatest) {
      closed = ended
    }
  }

  const work = async (worker: number) => {
    while (closed === undefined) {
      const started = now()
      try {
        await operation(worker)
        settle(started, now())
      } catch (error) {
        errors += 1
        firstError ??= error instanceof Error ? error.message : String(error)
        if (now() >= closesEarliest) {
          closed ??= now()
        }
      }
    }
  }
  await Promise.all(
    Array.from({ length: concurrency }, (_, worker) => work(worker))
  )

  const window = ((closed ?? now()) - opens) / 1000
  return {
    operations: durations.length,
    perSecond: durations.length / window,
    durations,
    errors,
    firstError,
  }
}
