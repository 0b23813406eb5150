import { MedusaError } from "@medusajs/framework/utils"

/** Every code the frame itself answers with; `docs/api.md` shows this table. */
export const errorCodes = {
  invalid_data: [
    400,
    "A value is missing, of the wrong kind or out of range; `details` names the fields.",
  ],
  invalid_query: [
    400,
    "The query asks for a field, filter or order that does not exist.",
  ],
  malformed_json: [400, "The body is not JSON."],
  malformed_url: [
    400,
    "The address is not correctly encoded or holds a NUL byte.",
  ],
  malformed_upload: [
    400,
    "The multipart body is broken or has a part that is not expected.",
  ],
  forbidden_key: [
    400,
    "A key of the body could change the server's own objects (`__proto__`).",
  ],
  body_too_deep: [400, "The body is nested too deeply."],
  query_too_large: [400, "The query has a list index that is too high."],
  parameter_not_allowed: [
    400,
    "The parameter is not for shoppers (`with_deleted`).",
  ],
  not_allowed: [400, "The state of things does not permit it."],
  publishable_key_required: [
    400,
    "Store routes need a valid `x-publishable-api-key`.",
  ],
  unauthorized: [401, "Nobody is logged in, or the token is not valid."],
  forbidden: [403, "The person is known and may not do this."],
  not_found: [404, "There is no such thing, or it belongs to somebody else."],
  route_not_found: [404, "There is no such route."],
  method_not_allowed: [405, "The route exists for the methods in `Allow`."],
  conflict: [409, "Another request was faster; read again and repeat."],
  body_too_large: [413, "The body is larger than the route takes."],
  url_too_long: [414, "The address is too long."],
  unsupported_media_type: [
    415,
    "The encoding or charset of the body is not supported.",
  ],
  duplicate: [
    422,
    "It exists already; on some routes of Medusa's own with status 400.",
  ],
  payment_authorization_error: [422, "The payment was not authorised."],
  payment_requires_more: [
    422,
    "The payment needs a further step of the shopper.",
  ],
  rate_limited: [
    429,
    "Too many requests; `Retry-After` says how many seconds to wait.",
  ],
  internal_error: [500, "Our fault. Quote `request_id` when you report it."],
  unavailable: [
    503,
    "The server is overloaded or starting; try again shortly.",
  ],
} as const satisfies Record<string, readonly [number, string]>

export type FrameErrorCode = keyof typeof errorCodes

const { Types } = MedusaError

/** How the kinds of error Medusa throws are answered when they name no code. */
export const byType: Readonly<Record<string, FrameErrorCode>> = {
  [Types.INVALID_DATA]: "invalid_data",
  [Types.INVALID_ARGUMENT]: "invalid_data",
  [Types.NOT_ALLOWED]: "not_allowed",
  [Types.UNAUTHORIZED]: "unauthorized",
  [Types.FORBIDDEN]: "forbidden",
  [Types.NOT_FOUND]: "not_found",
  [Types.CONFLICT]: "conflict",
  [Types.DUPLICATE_ERROR]: "duplicate",
  [Types.PAYMENT_AUTHORIZATION_ERROR]: "payment_authorization_error",
  [Types.PAYMENT_REQUIRES_MORE_ERROR]: "payment_requires_more",
}

const byStatus: Readonly<Record<number, FrameErrorCode>> = {
  400: "invalid_data",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "body_too_large",
  414: "url_too_long",
  415: "unsupported_media_type",
  422: "invalid_data",
  429: "rate_limited",
  503: "unavailable",
}

export const codeOfStatus = (status: number): FrameErrorCode =>
  byStatus[status] ?? (status < 500 ? "invalid_data" : "internal_error")

/** Medusa's `type` for an answer that has none of its own. */
export const typeOfStatus = (status: number): string => {
  switch (status) {
    case 401:
      return Types.UNAUTHORIZED
    case 403:
      return Types.FORBIDDEN
    case 404:
      return Types.NOT_FOUND
    case 409:
      return Types.CONFLICT
    case 405:
    case 429:
      return Types.NOT_ALLOWED
    default:
      return status < 500 ? Types.INVALID_DATA : "unknown_error"
  }
}
