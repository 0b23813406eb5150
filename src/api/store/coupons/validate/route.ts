import type {
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import {
  checkCoupon,
  contextOfCart,
  contextOfItems,
} from "../../../../workflows/coupon"
import { type StoreValidateCoupon, subjectOf } from "../validators"
import { couponCheckView, type StoreCouponResponse } from "../view"

export const POST = async (
  req: MedusaStoreRequest<StoreValidateCoupon>,
  res: MedusaResponse<StoreCouponResponse>
) => {
  const { code } = req.validatedBody
  const subject = subjectOf(req.validatedBody)
  const caller = {
    customer_id: req.auth_context?.actor_id || undefined,
    sales_channel_ids: req.publishable_key_context.sales_channel_ids,
  }
  const context =
    "cart_id" in subject
      ? await contextOfCart(req.scope, subject.cart_id, caller)
      : await contextOfItems(req.scope, subject, caller)
  res.json(couponCheckView(await checkCoupon(req.scope, code, context)))
}
