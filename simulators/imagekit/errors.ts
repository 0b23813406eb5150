import type { SimulatorReply } from "../frame/http"

/** What ImageKit answers instead of a 200. */
export class ImageKitError extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message)
  }
}

export const wordsOf = (status: number, message: string): SimulatorReply => ({
  status,
  body: {
    message,
    help: "For support kindly contact us at support@imagekit.io .",
  },
})

export function errorReply(error: unknown): SimulatorReply {
  if (error instanceof ImageKitError) {
    return wordsOf(error.status, error.message)
  }
  throw error
}
