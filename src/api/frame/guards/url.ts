import { MedusaError } from "@medusajs/framework/utils"
import { ApiError, badRequest } from "../errors/api-error"

const MAX_LENGTH = 8_192

/**
 * Medusa remembers each path it was ever asked for, to find its route sooner.
 * Nobody needs long ones but who wants that memory to fill up.
 */
const MAX_PATH = 1_024

/**
 * The query parser makes an array as long as the highest index in the query,
 * so `a[99999999]=1` alone would stop the server for seconds.
 */
const highIndex = /(?:\[|%5b)\d{4,}/i
const nul = /%00|\0/

const decodes = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Looks at the address before anything parses it. */
export function inspectUrl(url: string): ApiError | undefined {
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  if (url.length > MAX_LENGTH || path.length > MAX_PATH) {
    return new ApiError({
      status: 414,
      type: MedusaError.Types.INVALID_DATA,
      code: "url_too_long",
      message: `The address is longer than ${MAX_LENGTH} characters, or its path than ${MAX_PATH}.`,
    })
  }
  if (url[0] !== "/" && url !== "*") {
    return badRequest("malformed_url", "The address must begin with a slash.")
  }
  if (nul.test(url)) {
    return badRequest("malformed_url", "The address holds a NUL byte.")
  }
  if (path.includes("%") && !decodes(path)) {
    return badRequest("malformed_url", "The address is not correctly encoded.")
  }
  return mark >= 0 && highIndex.test(url)
    ? badRequest(
        "query_too_large",
        "A list in the query has too high an index."
      )
    : undefined
}
