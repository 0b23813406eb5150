import { Refusal } from "./refusal"

/** Core's locks give up with a plain error after the time they may wait. */
export const isLocked = (error: unknown) =>
  error instanceof Error && /^Failed to acquire lock/.test(error.message)

export const inProgress = (message: string) =>
  new Refusal("request_in_progress", message, {
    kind: "CONFLICT",
    retry_after: 2,
  })
