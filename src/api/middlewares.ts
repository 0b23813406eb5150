import { defineMiddlewares } from "@medusajs/framework/http"
import { accessMiddlewares } from "./access"
import { adminCouponMiddlewares } from "./admin/coupons/middlewares"
import { adminMobilePaymentsMiddlewares } from "./admin/mobile-payments/middlewares"
import { adminOrderMobilePaymentMiddlewares } from "./admin/orders/[id]/mobile-payment/middlewares"
import { adminOrderCashMiddlewares } from "./admin/orders/[id]/cash/middlewares"
import { adminReviewMiddlewares } from "./admin/reviews/middlewares"
import { errorHandler } from "./frame/errors/handler"
import { guard } from "./frame/guard"
import { installFrame } from "./frame/install"
import { notFound, UNMATCHED } from "./frame/not-found"
import { storeCheckoutMiddlewares } from "./store/checkout/middlewares"
import { storeCouponMiddlewares } from "./store/coupons/middlewares"
import { storeOrderPaymentMiddlewares } from "./store/orders/[id]/payment/middlewares"
import { storePaymentSessionMiddlewares } from "./store/payment-sessions/middlewares"
import { storeReviewMiddlewares } from "./store/reviews/middlewares"

// Medusa loads this file before it registers its first middleware.
installFrame()

/** Staff save whole products; what shoppers send keeps Medusa's 100 kB. */
const ADMIN_BODY_LIMIT = "2mb"

export default defineMiddlewares({
  errorHandler,
  routes: [
    { matcher: "/", middlewares: [guard] },
    { matcher: "/admin/*", bodyParser: { sizeLimit: ADMIN_BODY_LIMIT } },
    ...accessMiddlewares(),
    ...adminMobilePaymentsMiddlewares,
    ...adminOrderMobilePaymentMiddlewares,
    ...storeCheckoutMiddlewares,
    ...storeCouponMiddlewares,
    ...storeOrderPaymentMiddlewares,
    ...storePaymentSessionMiddlewares,
    ...adminOrderCashMiddlewares,
    ...storeReviewMiddlewares,
    ...adminCouponMiddlewares,
    ...adminReviewMiddlewares,
    {
      matcher: UNMATCHED,
      methods: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"],
      middlewares: [notFound],
    },
  ],
})
