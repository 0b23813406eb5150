import { MedusaError } from "@medusajs/framework/utils"
import { ApiError, badRequest } from "./api-error"
import type { FrameErrorCode } from "./codes"

/** Postgres refused a value the caller sent. */
const badValues = new Set([
  "22001", // text too long
  "22003", // number out of range
  "22007", // not a date
  "22008", // date out of range
  "22021", // not valid text, a NUL byte
  "22P02", // not a number, uuid or JSON
  "22P05", // an escape JSON cannot hold
  "2201W", // negative limit
  "2201X", // negative offset
])

const conflicts = new Set(["40001", "40P01", "55P03"])

/** Nothing is wrong with the request; the database has no time or is away. */
const unavailable = new Set([
  "53300",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
])

const unavailableNames = new Set([
  "KnexTimeoutError",
  "ConnectionException",
  "TimeoutError",
])

type Fault = { code?: unknown; name?: unknown; detail?: unknown }

const answer = (
  status: number,
  type: string,
  code: FrameErrorCode,
  message: string
) => new ApiError({ status, type, code, message })

/** What an error of the driver means to the caller, without its words. */
export function fromDatabase(error: Fault): ApiError | undefined {
  const code = typeof error.code === "string" ? error.code : ""
  if (badValues.has(code)) {
    return badRequest("invalid_data", "A value cannot be stored or compared.")
  }
  if (conflicts.has(code)) {
    return answer(
      409,
      MedusaError.Types.CONFLICT,
      "conflict",
      "Another request changed the same thing. Read it again and repeat."
    )
  }
  if (unavailable.has(code) || unavailableNames.has(String(error.name))) {
    return new ApiError({
      status: 503,
      type: "unknown_error",
      code: "unavailable",
      message: "The shop is busy. Try again in a moment.",
      headers: { "Retry-After": "2" },
    })
  }
  switch (code) {
    case "23505": {
      const field = /^Key \(([\w, ]+)\)=/.exec(String(error.detail))?.[1]
      return new ApiError({
        status: 422,
        type: MedusaError.Types.DUPLICATE_ERROR,
        code: "duplicate",
        message: "It exists already.",
        details: field
          ?.split(", ")
          .map((name) => ({ field: name, message: "is already taken" })),
      })
    }
    case "23503":
      if (String(error.detail).includes("still referenced")) {
        return answer(
          409,
          MedusaError.Types.CONFLICT,
          "conflict",
          "It is still in use."
        )
      }
      return answer(
        404,
        MedusaError.Types.NOT_FOUND,
        "not_found",
        "Something the request refers to does not exist."
      )
    case "23502":
    case "23514":
      return badRequest("invalid_data", "A required value is missing or wrong.")
    case "42703":
      return badRequest("invalid_query", "The query names an unknown field.")
    default:
      return undefined
  }
}
