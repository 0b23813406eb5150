import type { FaultInput } from "../frame/faults"

const xml = { "content-type": "application/xml" }
const KEPT = { method: "PUT" }

/** Bad days of an object store, for `POST /_sim/s3/faults`. */
export const s3Faults = {
  slow: { fault: "hang", times: "always" },
  down: {
    fault: "status",
    status: 500,
    headers: xml,
    body: "<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>",
    times: "always",
  },
  reset: { fault: "drop", times: "always" },
  rateLimited: {
    fault: "status",
    status: 503,
    headers: xml,
    body: "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
    times: "always",
  },
  /** The file is kept, but the shop never learns of it. */
  lostReply: { fault: "drop", processed: true, match: KEPT, times: "always" },
} as const satisfies Record<string, FaultInput>
