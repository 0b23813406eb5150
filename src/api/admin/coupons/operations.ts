import type { Operation } from "../../openapi/operations"
import {
  AdminCreateCoupon,
  AdminGetCouponsParams,
  AdminUpdateCoupon,
} from "./validators"
import {
  adminCouponAnswerSchema,
  adminCouponsSchema,
  adminDeletedCouponSchema,
} from "./view"

const asItIs = { about: "As it is now.", schema: adminCouponAnswerSchema }
const wrong = {
  about: "`invalid_coupon`, with the fields that cannot be so.",
}
const missing = { about: "There is no such coupon." }

/** Coupons as staff write them; each is a promotion of core. */
export const adminCouponOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/coupons": {
    summary: "Coupons, the newest first unless told otherwise",
    query: AdminGetCouponsParams,
    answers: { 200: { about: "A page of them.", schema: adminCouponsSchema } },
  },
  "POST /admin/coupons": {
    summary: "Make a coupon",
    description:
      "A promotion with a campaign of its own. Amounts of money need `currency_code`; days and clock times are the shop's.",
    body: AdminCreateCoupon,
    answers: {
      201: { about: "It is made.", schema: adminCouponAnswerSchema },
      400: {
        about: `${wrong.about} \`duplicate\`: the code exists.`,
      },
    },
  },
  "GET /admin/coupons/:id": {
    summary: "One coupon",
    answers: { 200: asItIs, 404: missing },
  },
  "POST /admin/coupons/:id": {
    summary: "Change a coupon, or switch it off and on",
    description:
      "What is left out stays. Code, kind and currency stay for good. `active: false` takes it out of use.",
    body: AdminUpdateCoupon,
    answers: {
      200: asItIs,
      400: { about: "`invalid_coupon`, or `coupon_not_simple`." },
      404: missing,
    },
  },
  "DELETE /admin/coupons/:id": {
    summary: "Delete a coupon",
    description:
      "Orders keep what it took off. Its code may be given to another one, which counts from zero; to keep its uses, switch it off instead.",
    answers: {
      200: { about: "It is gone.", schema: adminDeletedCouponSchema },
      404: missing,
    },
  },
}
