import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  deleteCouponWorkflow,
  readCoupon,
  updateCouponWorkflow,
} from "../../../../workflows/coupon"
import type { AdminUpdateCoupon } from "../validators"
import {
  type AdminCouponResponse,
  type AdminDeletedCouponResponse,
  adminCouponView,
} from "../view"

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminCouponResponse>
) => {
  const coupon = await readCoupon(req.scope, req.params.id)
  res.json({ coupon: adminCouponView(coupon) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateCoupon>,
  res: MedusaResponse<AdminCouponResponse>
) => {
  const { result: id } = await updateCouponWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      id: req.params.id,
    },
  })
  const coupon = await readCoupon(req.scope, id)
  res.json({ coupon: adminCouponView(coupon) })
}

export const DELETE = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminDeletedCouponResponse>
) => {
  const { id } = req.params
  await deleteCouponWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "coupon", deleted: true })
}
