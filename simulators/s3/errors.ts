import type { SimulatorReply } from "../frame/http"

/** What S3 answers instead of a 200. */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

export const accessDenied = (message = "Access Denied") =>
  new S3Error(403, "AccessDenied", message)

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

export const xmlError = (
  status: number,
  code: string,
  message: string
): SimulatorReply => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`,
})

export function errorReply(error: unknown): SimulatorReply {
  if (error instanceof S3Error) {
    return xmlError(error.status, error.code, error.message)
  }
  throw error
}
