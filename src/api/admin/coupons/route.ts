import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  couponCurrencies,
  createCouponWorkflow,
  readCoupon,
  selectCoupons,
  shopZone,
} from "../../../workflows/coupon"
import type { AdminCreateCoupon, AdminGetCouponsParams } from "./validators"
import {
  type AdminCouponResponse,
  type AdminCouponsResponse,
  adminCouponView,
} from "./view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetCouponsParams>,
  res: MedusaResponse<AdminCouponsResponse>
) => {
  const { limit, offset } = req.validatedQuery
  const [coupons, count] = await selectCoupons(req.scope, req.validatedQuery)
  res.json({
    coupons: coupons.map(adminCouponView),
    ...{ count, limit, offset },
    time_zone: shopZone(),
    currencies: [...couponCurrencies],
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateCoupon>,
  res: MedusaResponse<AdminCouponResponse>
) => {
  const body = req.validatedBody
  const { result: id } = await createCouponWorkflow(req.scope).run({
    input: {
      ...body,
      currency_code: body.currency_code ?? null,
      minimum_amount: body.minimum_amount ?? null,
      maximum_discount: body.maximum_discount ?? null,
      usage_limit: body.usage_limit ?? null,
      usage_limit_per_customer: body.usage_limit_per_customer ?? null,
    },
  })
  const coupon = await readCoupon(req.scope, id)
  res.status(201).json({ coupon: adminCouponView(coupon) })
}
