export * from "./events"
export { type CouponCheck, checkCoupon } from "./lib/check"
export { contextOfCart, contextOfKnownCart } from "./lib/context"
export { type Coupon, couponOf } from "./lib/coupon"
export { dayOf, lastDayBefore, shopZone } from "./lib/days"
export { contextOfItems } from "./lib/items"
export { type CouponReason, couponReasons, type Explained } from "./lib/reasons"
export {
  couponOrders,
  type CouponState,
  couponStates,
  type ListedCoupon,
  readCoupon,
  selectCoupons,
} from "./lib/select"
export { couponCurrencies, couponProblems } from "./lib/terms"
export { createCouponWorkflow } from "./workflows/create-coupon"
export { deleteCouponWorkflow } from "./workflows/delete-coupon"
export { updateCouponWorkflow } from "./workflows/update-coupon"
