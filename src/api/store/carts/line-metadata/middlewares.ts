import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { cleanLineMetadata } from "./clean"

type Line = { metadata?: Record<string, unknown> | null }

const cleaned = (line: Line, field: string, no = {}): Line =>
  line.metadata
    ? { ...line, metadata: cleanLineMetadata(line.metadata, { field, no }) }
    : line

const cleanNewCart = (
  req: MedusaRequest<{ items?: Line[] }>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) => {
  const { items } = req.validatedBody
  if (items) {
    req.validatedBody.items = items.map((line, index) =>
      cleaned(line, `items.${index}.metadata`)
    )
  }
  next()
}

const cleanNewLine = (
  req: MedusaRequest<Line>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) => {
  req.validatedBody = cleaned(req.validatedBody, "metadata")
  next()
}

/** Metadata that is sent is merged into what is there; "" removes a key. */
const cleanLine = (
  req: MedusaRequest<Line>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) => {
  req.validatedBody = cleaned(req.validatedBody, "metadata", {
    original_box: "",
  })
  next()
}

/** After Medusa has validated the bodies of its own routes. */
export const storeLineMetadataMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/carts",
    middlewares: [cleanNewCart],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/line-items",
    middlewares: [cleanNewLine],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/line-items/:line_id",
    middlewares: [cleanLine],
  },
]
