/** Whose turn it is; only this holder may write to the row. */
export type Attempt = {
  id: string
  claim: string
  /** What an earlier attempt had made when it broke off. */
  resource_id: string | null
}

export type BeginInput = {
  /** Route and caller, so that the same key of two people is two keys. */
  scope: string
  key: string
  /** What is asked for; a key stands for one request only. */
  request: unknown
  leaseSeconds: number
  ttlSeconds: number
}

export type Begun =
  | { outcome: "claimed"; attempt: Attempt }
  | { outcome: "done"; status_code: number; response: unknown }
  | { outcome: "running" }
  | { outcome: "reused" }
