import type { FaultInput } from "../frame/faults"

const words = (message: string) => ({ error: { message } })
const UPLOAD = { path: "/v1_1/*/*/upload" }

/** Cloudinary's bad days by name, for `POST /_sim/cloudinary/faults`. */
export const cloudinaryFaults = {
  slow: { fault: "hang", times: "always" },
  down: {
    fault: "status",
    status: 500,
    headers: { "content-type": "application/json" },
    body: words("Internal Server Error"),
    times: "always",
  },
  reset: { fault: "drop", times: "always" },
  rateLimited: {
    fault: "status",
    status: 420,
    headers: { "content-type": "application/json" },
    body: words("Rate Limit Exceeded. Limit of 500 api operations reached."),
    times: "always",
  },
  /** The file is kept, but the shop never learns of it. */
  lostReply: { fault: "drop", processed: true, match: UPLOAD },
} as const satisfies Record<string, FaultInput>
