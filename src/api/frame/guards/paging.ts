import { settings } from "../../../settings"
import { type ApiError, badRequest } from "../errors/api-error"
import type { Area } from "../request-state"

const whole = /^\d{1,10}$/
/** What Postgres takes as a number of rows in the types core uses. */
const MAX_OFFSET = 2_147_483_647

const notWhole = (field: string) =>
  badRequest("invalid_data", `${field} must be a whole number from 0.`, [
    { field, message: "must be a whole number from 0" },
  ])

/**
 * Lists of the shop, core's included, give at most so many entries at once and
 * never deleted ones. Staff pages of core ask for whole lists, so their size is
 * left to core; a negative or absurd number is refused for both.
 */
export function inspectPaging(
  query: Record<string, unknown>,
  area: Area | undefined
): ApiError | undefined {
  if (area !== "store" && area !== "admin") {
    return undefined
  }
  if (area === "store" && "with_deleted" in query) {
    return badRequest(
      "parameter_not_allowed",
      "with_deleted is not for shoppers.",
      [{ field: "with_deleted", message: "is not allowed here" }]
    )
  }
  const { limit, offset } = query
  if (offset !== undefined) {
    if (!whole.test(String(offset)) || Number(offset) > MAX_OFFSET) {
      return notWhole("offset")
    }
  }
  if (limit === undefined) {
    return undefined
  }
  if (typeof limit !== "string" || !whole.test(limit)) {
    return notWhole("limit")
  }
  const most = area === "store" ? settings.PAGE_SIZE_MAX : MAX_OFFSET
  if (Number(limit) > most) {
    query.limit = String(most)
  }
  return undefined
}
