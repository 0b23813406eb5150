import { randomUUID } from "node:crypto"

const acceptable = /^[\w.:-]{8,128}$/

/** The caller's own id when it cannot do harm in a log, else a new one. */
export const requestId = (given: string | string[] | undefined): string =>
  typeof given === "string" && acceptable.test(given) ? given : randomUUID()
