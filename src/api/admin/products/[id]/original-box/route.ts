import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  offerOriginalBoxWorkflow,
  removeOriginalBoxWorkflow,
} from "../../../../../workflows/original-box"
import { readOriginalBox } from "./read"
import type { AdminOriginalBoxBody } from "./validators"
import type { AdminOriginalBoxResponse } from "./view"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOriginalBoxResponse>
) => {
  res.json(await readOriginalBox(req.scope, req.params.id))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminOriginalBoxBody>,
  res: MedusaResponse<AdminOriginalBoxResponse>
) => {
  await offerOriginalBoxWorkflow(req.scope).run({
    input: { ...req.validatedBody, product_id: req.params.id },
  })
  res.json(await readOriginalBox(req.scope, req.params.id))
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await readOriginalBox(req.scope, id)
  const { result } = await removeOriginalBoxWorkflow(req.scope).run({
    input: { product_ids: [id] },
  })
  res.json({ id, object: "original_box", deleted: result.length > 0 })
}
