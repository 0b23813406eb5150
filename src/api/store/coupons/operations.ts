import type { Operation } from "../../openapi/operations"
import { StoreValidateCoupon } from "./validators"
import { couponCheckSchema } from "./view"

/** Coupons as shoppers meet them. */
export const storeCouponOperations: Readonly<Record<string, Operation>> = {
  "POST /store/coupons/validate": {
    summary: "What a code would take off, without applying it",
    description:
      "Send `cart_id`, or `items` with `region_id`. A code that takes nothing off is no error: `valid` is false and `reason` says why.",
    body: StoreValidateCoupon,
    answers: {
      200: { about: "What it would do.", schema: couponCheckSchema },
      400: { about: "A line is not for sale here." },
      404: { about: "There is no such cart or region." },
    },
  },
}
