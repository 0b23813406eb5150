import { createHash, randomBytes } from "node:crypto"

/** 192 bits nobody can guess, in letters every address takes. */
export const newToken = () => randomBytes(24).toString("hex")

/**
 * Only the hash is stored and looked up, so neither a copy of the database nor
 * the time an answer takes tells a token.
 */
export const hashToken = (token: string) =>
  createHash("sha256").update(token).digest("hex")
