export type {
  AdminCoupon as Coupon,
  AdminCouponResponse as CouponAnswer,
  AdminCouponsResponse as CouponsPage,
} from "../../../api/admin/coupons/view"
