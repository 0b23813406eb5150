import { type ApiError, badRequest } from "../errors/api-error"

const MAX_DEPTH = 32
const forbidden = new Set(["__proto__", "constructor", "prototype"])

const tooDeep = () =>
  badRequest("body_too_deep", `The body is nested deeper than ${MAX_DEPTH}.`)

const nul = (field: string) =>
  badRequest("invalid_data", "Text must not hold a NUL character.", [
    { field, message: "holds a NUL character" },
  ])

const forbiddenKey = (key: string) =>
  badRequest("forbidden_key", `The key "${key}" is not allowed.`)

type Visit = { value: object; depth: number; path: string }

function inspectEntry(
  key: string,
  value: unknown,
  { depth, path }: Visit,
  queue: Visit[]
): ApiError | undefined {
  if (typeof value === "string") {
    return value.includes("\0") ? nul(path + key) : undefined
  }
  if (typeof value === "object" && value !== null) {
    if (depth >= MAX_DEPTH) {
      return tooDeep()
    }
    queue.push({ value, depth: depth + 1, path: `${path}${key}.` })
  }
  return undefined
}

/**
 * One walk over a parsed body, without recursion, before any schema recurses
 * into it. Text with NUL would only fail in Postgres, as an error of ours.
 */
export function inspectBody(body: unknown): ApiError | undefined {
  if (typeof body === "string") {
    return body.includes("\0") ? nul("") : undefined
  }
  if (typeof body !== "object" || body === null || Buffer.isBuffer(body)) {
    return undefined
  }
  const queue: Visit[] = [{ value: body, depth: 1, path: "" }]
  for (let visit = queue.pop(); visit; visit = queue.pop()) {
    for (const key of Object.keys(visit.value)) {
      if (forbidden.has(key)) {
        return forbiddenKey(key)
      }
      if (key.includes("\0")) {
        return nul(visit.path + key.replaceAll("\0", ""))
      }
      const value = (visit.value as Record<string, unknown>)[key]
      const problem = inspectEntry(key, value, visit, queue)
      if (problem) {
        return problem
      }
    }
  }
  return undefined
}
