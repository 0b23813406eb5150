import { MedusaError } from "@medusajs/framework/utils"
import { ApiError, type ErrorDetail } from "./api-error"
import type { ErrorBody } from "./body"
import { byType, codeOfStatus, errorCodes, typeOfStatus } from "./codes"
import { fromDatabase } from "./database"
import {
  detailsOfDuplicate,
  detailsOfIssues,
  detailsOfMessage,
} from "./details"
import { fromForeign } from "./foreign"

export type Answer = {
  status: number
  body: ErrorBody
  headers?: Record<string, string>
}

/** Anything may be thrown; these are the parts that are looked at. */
type Thrown = Error & {
  type?: unknown
  code?: unknown
  status?: unknown
  statusCode?: unknown
  details?: unknown
  issues?: unknown
  retry_after?: unknown
}

const stableCode = /^[a-z][a-z0-9_]{2,63}$/

/** Core writes these over the codes that are thrown; they say less. */
const coreCodes = new Set([
  "invalid_state_error",
  "invalid_request_error",
  "api_error",
  "unknown_error",
])

const ownCode = (error: Thrown): string | undefined =>
  typeof error.code === "string" &&
  stableCode.test(error.code) &&
  !coreCodes.has(error.code)
    ? error.code
    : undefined

const isDetail = (value: unknown): value is ErrorDetail =>
  typeof (value as ErrorDetail | null)?.field === "string" &&
  typeof (value as ErrorDetail).message === "string"

const ownDetails = (error: Thrown): ErrorDetail[] | undefined =>
  Array.isArray(error.details) && error.details.every(isDetail)
    ? error.details
    : undefined

const failure = (requestId: string, type = "unknown_error"): Answer => ({
  status: 500,
  body: {
    type,
    code: "internal_error",
    message: `Something went wrong on our side. Quote ${requestId} when you report it.`,
    request_id: requestId,
  },
})

const fromApiError = (error: ApiError, requestId: string): Answer => ({
  status: error.status,
  headers: error.headers,
  body: {
    type: error.type,
    code: error.code ?? codeOfStatus(error.status),
    message: error.message,
    ...(error.details?.length ? { details: error.details } : {}),
    request_id: requestId,
  },
})

type Refined = { code: string; message?: string; details?: ErrorDetail[] }

const publishableKey = /publishable (?:api )?key/i

/** Core passes on what Postgres says of a field that does not exist. */
const unknownColumn = /^column .* does not exist$/s

/** Core names no codes for these; its words are what there is to go by. */
function refined(error: Thrown, code: string): Refined {
  if (code === "invalid_data") {
    if (unknownColumn.test(error.message)) {
      return {
        code: "invalid_query",
        message: "The query names a field that does not exist.",
      }
    }
    const taken = detailsOfDuplicate(error.message)
    return taken
      ? { code: "duplicate", details: taken }
      : { code, details: detailsOfMessage(error.message) }
  }
  if (code === "not_allowed" && publishableKey.test(error.message)) {
    return { code: "publishable_key_required" }
  }
  return { code }
}

/** A service outside the shop that failed; its provider says so in words. */
const isOutage = (error: Thrown) =>
  error.status === errorCodes.unavailable[0] && ownCode(error) !== undefined

const outage = (error: Thrown, requestId: string): Answer => ({
  status: errorCodes.unavailable[0],
  headers: { "Retry-After": String(Number(error.retry_after) || 60) },
  body: {
    type: String(error.type),
    code: ownCode(error) ?? "unavailable",
    message: error.message,
    request_id: requestId,
  },
})

function fromMedusa(error: Thrown, requestId: string): Answer {
  if (isOutage(error)) {
    return outage(error, requestId)
  }
  const type = String(error.type)
  const known = Object.hasOwn(byType, type) ? byType[type] : undefined
  if (!known) {
    return failure(requestId, type)
  }
  const code = ownCode(error)
  const { details, ...own }: Refined = refined(error, known)
  const fields = ownDetails(error) ?? details
  return {
    status: code && error.status === 422 ? 422 : errorCodes[known][0],
    ...(typeof error.retry_after === "number"
      ? { headers: { "Retry-After": String(error.retry_after) } }
      : {}),
    body: {
      type,
      code: code ?? own.code,
      message:
        known === "conflict" && !code
          ? "Another request changed the same thing. Read it again and repeat."
          : (own.message ?? error.message),
      ...(fields?.length ? { details: fields } : {}),
      request_id: requestId,
    },
  }
}

/** What the caller is told; never a stack, SQL, a path or a version. */
export function answerOf(thrown: unknown, requestId: string): Answer {
  if (thrown instanceof ApiError) {
    return fromApiError(thrown, requestId)
  }
  if (typeof thrown !== "object" || thrown === null) {
    return failure(requestId)
  }
  const error = thrown as Thrown
  if (Array.isArray(error.issues)) {
    const details = detailsOfIssues(error.issues)
    const message = details
      .map(({ field, message }) => (field ? `${field}: ${message}` : message))
      .join("; ")
    return fromApiError(
      new ApiError({
        status: 400,
        type: MedusaError.Types.INVALID_DATA,
        code: "invalid_data",
        message: `Invalid request: ${message}`,
        details,
      }),
      requestId
    )
  }
  const translated = fromDatabase(error) ?? fromForeign(error)
  if (translated) {
    return fromApiError(translated, requestId)
  }
  if (typeof error.type === "string" && MedusaError.isMedusaError(error)) {
    return fromMedusa(error, requestId)
  }
  const status = Number(error.status ?? error.statusCode)
  return status >= 400 && status < 500
    ? fromApiError(
        new ApiError({
          status,
          type: typeOfStatus(status),
          code: codeOfStatus(status),
          message: "The request could not be understood.",
        }),
        requestId
      )
    : failure(requestId)
}

/**
 * Some handlers of core write `{ message }` themselves. Such an answer gets
 * what is missing; one that is already whole passes as it is.
 */
export function completed(body: unknown, status: number, requestId: string) {
  if (
    typeof body !== "object" ||
    body === null ||
    typeof (body as { message?: unknown }).message !== "string" ||
    "request_id" in body
  ) {
    return body
  }
  const { type, code, message, ...rest } = body as Record<string, unknown>
  return {
    type: typeof type === "string" ? type : typeOfStatus(status),
    code:
      typeof code === "string" && !coreCodes.has(code)
        ? code
        : codeOfStatus(status),
    message,
    ...rest,
    request_id: requestId,
  }
}
