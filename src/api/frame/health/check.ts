import { logger } from "../../../logger"

export type Finding = {
  status: "ok" | "failed" | "off"
  /** A sentence for a person who looks at the monitor. */
  message?: string
  ms?: number
  [fact: string]: unknown
}

export type Check = () => Promise<Finding>

const CHECK_TIMEOUT_MS = 2_000

/** A check that takes too long has failed; nobody waits for it longer. */
export async function bounded(
  name: string,
  check: Check,
  timeout = CHECK_TIMEOUT_MS
): Promise<Finding> {
  const startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          status: "failed",
          message: `It did not answer within ${timeout} ms.`,
        }),
      timeout
    )
  })
  // What went wrong is for the log: an address or a user name may be in it.
  const finding = await Promise.race([
    check().catch((error: unknown): Finding => {
      logger.event("warn", `The check of ${name} failed.`, { error })
      return { status: "failed", message: "It cannot be reached." }
    }),
    late,
  ])
  clearTimeout(timer)
  return { ...finding, ms: Math.round(performance.now() - startedAt) }
}

/** Many monitors asking at once cost one round of checks. */
export function shared<T>(ask: () => Promise<T>, forMs: number) {
  let answer: Promise<T> | undefined
  let askedAt = 0
  return (): Promise<T> => {
    const now = performance.now()
    if (!answer || now - askedAt > forMs) {
      askedAt = now
      answer = ask()
    }
    return answer
  }
}
