import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ApiError } from "./errors/api-error"
import { stateOf } from "./request-state"

/** Matches everything, and is sorted behind all routes that match something. */
export const UNMATCHED = "/:path(*)"

type Layer = {
  regexp: RegExp
  route?: { path: unknown; methods: Record<string, boolean> }
}

type Router = { stack: Layer[] }

/** Middlewares of one method are layers too; those with wildcards say nothing. */
const isRoute = ({ route }: Layer): boolean =>
  typeof route?.path === "string" &&
  route.path !== UNMATCHED &&
  !route.path.includes("*")

function methodsFor(req: MedusaRequest): string[] {
  const { stack } = (req.app as unknown as { _router: Router })._router
  const methods = new Set<string>()
  for (const layer of stack) {
    if (isRoute(layer) && layer.regexp.test(req.path)) {
      for (const method of Object.keys(layer.route?.methods ?? {})) {
        methods.add(method.toUpperCase())
      }
    }
  }
  if (methods.has("GET")) {
    methods.add("HEAD")
  }
  return [...methods].sort()
}

/** Nothing has answered, so there is no such route, or not for this method. */
export function notFound(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (stateOf(req).area === "app") {
    next()
    return
  }
  const methods = methodsFor(req)
  next(
    methods.length > 0
      ? new ApiError({
          status: 405,
          type: MedusaError.Types.NOT_ALLOWED,
          code: "method_not_allowed",
          message: `This route is for ${methods.join(", ")}.`,
          headers: { Allow: methods.join(", ") },
        })
      : new ApiError({
          status: 404,
          type: MedusaError.Types.NOT_FOUND,
          code: "route_not_found",
          message: "There is no such route.",
        })
  )
}
