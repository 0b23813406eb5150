import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  editOrderLineWorkflow,
  withTheirBoxes,
} from "../../../workflows/original-box"

type ReturnBody = { items: { id: string; quantity: number }[] }

type EditBody = { quantity: number }

/** Staff see the box in the form, and may take it out of the return again. */
const returnBoxesToo = async (
  req: MedusaRequest<ReturnBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) => {
  const { items } = req.validatedBody
  req.validatedBody.items = await withTheirBoxes(req.scope, items)
  next()
}

/** In the place of core's handler, which can change one line at a time. */
const editBoxToo = async (
  req: MedusaRequest<EditBody>,
  res: MedusaResponse
) => {
  const { id, item_id } = req.params
  const { result } = await editOrderLineWorkflow(req.scope).run({
    input: { ...req.validatedBody, order_id: id, id: item_id },
  })
  res.json({ order_preview: result })
}

export const originalBoxOrderMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/order-edits/:id/items/item/:item_id",
    policies: [{ resource: "order_change", operation: "update" }],
    middlewares: [editBoxToo],
  },
  {
    methods: ["POST"],
    matcher: "/admin/returns/:id/request-items",
    middlewares: [returnBoxesToo],
  },
  {
    methods: ["POST"],
    matcher: "/store/returns",
    middlewares: [returnBoxesToo],
  },
]
