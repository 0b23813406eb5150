/** What is told about coupons, each with the `id` of the promotion. */
export const CouponEvents = {
  CREATED: "coupon.created",
  UPDATED: "coupon.updated",
  DELETED: "coupon.deleted",
} as const
