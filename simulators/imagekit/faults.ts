import type { FaultInput } from "../frame/faults"

const json = { "content-type": "application/json" }
const UPLOAD = { path: "/api/v1/files/upload" }

/** ImageKit's bad days by name, for `POST /_sim/imagekit/faults`. */
export const imagekitFaults = {
  slow: { fault: "hang", times: "always" },
  down: {
    fault: "status",
    status: 500,
    headers: json,
    body: { message: "We have experienced an internal error." },
    times: "always",
  },
  reset: { fault: "drop", times: "always" },
  rateLimited: {
    fault: "status",
    status: 429,
    headers: { ...json, "x-ratelimit-reset": "1000" },
    body: { message: "Rate limit exceeded" },
    times: "always",
  },
  /** The file is kept, but the shop never learns of it. */
  lostReply: { fault: "drop", processed: true, match: UPLOAD },
  /** The file is gone, but caches still show it. */
  purgeFails: {
    fault: "status",
    status: 500,
    headers: json,
    body: { message: "We have experienced an internal error." },
    match: { path: "/v1/files/purge" },
  },
} as const satisfies Record<string, FaultInput>
