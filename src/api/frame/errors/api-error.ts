import { MedusaError } from "@medusajs/framework/utils"

export type ErrorDetail = {
  field: string
  message: string
  /** Of a line that cannot be bought: what it is, and how many are left. */
  variant_id?: string
  available?: number
  /** Of a code that takes nothing off, or a field of a coupon: why. */
  reason?: string
  /** The number in the reason. */
  limit?: number
}

type Refusal = {
  status: number
  type: string
  code: string
  message: string
  details?: ErrorDetail[]
  headers?: Record<string, string>
}

/** An error that already knows its answer. */
export class ApiError extends MedusaError {
  readonly status: number
  readonly details?: ErrorDetail[]
  readonly headers?: Record<string, string>

  constructor({ status, type, code, message, details, headers }: Refusal) {
    super(type, message, code)
    this.status = status
    this.details = details
    this.headers = headers
  }
}

/** A request that cannot be right as it was sent. */
export const badRequest = (
  code: string,
  message: string,
  details?: ErrorDetail[]
): ApiError =>
  new ApiError({
    status: 400,
    type: MedusaError.Types.INVALID_DATA,
    code,
    message,
    details,
  })
