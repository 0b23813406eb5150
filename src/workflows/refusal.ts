import { MedusaError } from "@medusajs/framework/utils"

/** One field that is wrong; of a line also how many pieces are left, of a code why. */
export type RefusalDetail = {
  field: string
  message: string
  variant_id?: string
  available?: number
  reason?: string
  /** What the field is measured by, where the reason has a number in it. */
  limit?: number
}

type Kind =
  "INVALID_DATA" | "NOT_ALLOWED" | "NOT_FOUND" | "UNAUTHORIZED" | "CONFLICT"

/** A refusal a storefront can act on: the code is stable, the message is not. */
export class Refusal extends MedusaError {
  readonly details?: RefusalDetail[]
  /** Where the kind says too little: 422 asks for something more. */
  readonly status?: 422
  /** How many seconds later the same call may be of use. */
  readonly retry_after?: number

  constructor(
    code: string,
    message: string,
    {
      kind = "INVALID_DATA",
      details,
      status,
      retry_after,
    }: {
      kind?: Kind
      details?: RefusalDetail[]
      status?: 422
      retry_after?: number
    } = {}
  ) {
    super(MedusaError.Types[kind], message, code)
    this.details = details
    this.status = status
    this.retry_after = retry_after
  }
}
