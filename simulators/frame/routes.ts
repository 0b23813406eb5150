import type { SimulatorReply, SimulatorRequest } from "./http"

export type Handler = (
  request: SimulatorRequest,
  params: Record<string, string>
) => SimulatorReply | Promise<SimulatorReply>

export type Route = { method: string; path: string; handle: Handler }

export type Found =
  | { kind: "route"; route: Route; params: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "nothing" }

/** `:name` is one part of a path, `*name` at the end all that is left of it. */
function matchPath(pattern: string, path: string) {
  const wanted = pattern.split("/")
  const given = path.split("/")
  const last = wanted.length - 1
  if (wanted[last].startsWith("*") && given.length > wanted.length) {
    given.splice(last, given.length, given.slice(last).join("/"))
  }
  if (wanted.length !== given.length) {
    return undefined
  }
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index])
    if (/^[:*]/.test(part) && value) {
      params[part.slice(1)] = value
    } else if (part !== value) {
      return undefined
    }
  }
  return params
}

/** The first route of the list that fits; fixed paths go before `:names`. */
export function findRoute(
  routes: Route[],
  method: string,
  path: string
): Found {
  const allowed: string[] = []
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (params && route.method === method) {
      return { kind: "route", route, params }
    }
    if (params) {
      allowed.push(route.method)
    }
  }
  return allowed.length
    ? { kind: "wrong-method", allowed: [...new Set(allowed)] }
    : { kind: "nothing" }
}
