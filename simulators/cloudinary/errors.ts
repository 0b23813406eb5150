import type { SimulatorReply } from "../frame/http"

/** What Cloudinary answers instead of a 200. */
export class CloudinaryError extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message)
  }
}

export const wordsOf = (status: number, message: string): SimulatorReply => ({
  status,
  headers: { "x-cld-error": message },
  body: { error: { message } },
})

export function errorReply(error: unknown): SimulatorReply {
  if (error instanceof CloudinaryError) {
    return wordsOf(error.status, error.message)
  }
  throw error
}
