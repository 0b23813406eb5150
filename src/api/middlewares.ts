import { defineMiddlewares } from "@medusajs/framework/http"
import { accessMiddlewares } from "./access"
import { adminCouponMiddlewares } from "./admin/coupons/middlewares"
import { adminMobilePaymentsMiddlewares } from "./admin/mobile-payments/middlewares"
import { adminProductMiddlewares } from "./admin/products/middlewares"
import { adminCategoryMiddlewares } from "./admin/product-categories/middlewares"
import { adminTagMiddlewares } from "./admin/product-tags/middlewares"
import { adminOrderMobilePaymentMiddlewares } from "./admin/orders/[id]/mobile-payment/middlewares"
import { adminOrderCashMiddlewares } from "./admin/orders/[id]/cash/middlewares"
import { adminOriginalBoxMiddlewares } from "./admin/products/[id]/original-box/middlewares"
import { originalBoxOrderMiddlewares } from "./admin/original-box/middlewares"
import { adminWishlistMiddlewares } from "./admin/wishlists/middlewares"
import { adminReviewMiddlewares } from "./admin/reviews/middlewares"
import { searchAfterWrites } from "./admin/search-indexes/after-writes"
import { adminSearchMiddlewares } from "./admin/search-synonyms/middlewares"
import { adminUploadMiddlewares } from "./admin/uploads/middlewares"
import { errorHandler } from "./frame/errors/handler"
import { guard } from "./frame/guard"
import { installFrame } from "./frame/install"
import { notFound, UNMATCHED } from "./frame/not-found"
import { storeLineMetadataMiddlewares } from "./store/carts/line-metadata/middlewares"
import { storeCheckoutMiddlewares } from "./store/checkout/middlewares"
import { storeCouponMiddlewares } from "./store/coupons/middlewares"
import { storeOrderPaymentMiddlewares } from "./store/orders/[id]/payment/middlewares"
import { storeProductBoxMiddlewares } from "./store/products/original-box/middlewares"
import { storeCategoryMiddlewares } from "./store/product-categories/middlewares"
import { storeTagMiddlewares } from "./store/product-tags/middlewares"
import { storePaymentSessionMiddlewares } from "./store/payment-sessions/middlewares"
import { storeWishlistMiddlewares } from "./store/wishlists/middlewares"
import { storeProductMiddlewares } from "./store/products/middlewares"
import { storeReviewMiddlewares } from "./store/reviews/middlewares"
import { storeSearchMiddlewares } from "./store/search/middlewares"

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
    ...storeLineMetadataMiddlewares,
    ...storeCheckoutMiddlewares,
    ...storeCouponMiddlewares,
    ...storeOrderPaymentMiddlewares,
    ...storePaymentSessionMiddlewares,
    ...storeProductMiddlewares,
    ...adminOrderCashMiddlewares,
    ...adminOriginalBoxMiddlewares,
    ...originalBoxOrderMiddlewares,
    ...storeProductBoxMiddlewares,
    ...storeWishlistMiddlewares,
    ...adminWishlistMiddlewares,
    ...adminProductMiddlewares,
    ...adminUploadMiddlewares,
    ...adminCategoryMiddlewares,
    ...adminTagMiddlewares,
    ...storeCategoryMiddlewares,
    ...storeTagMiddlewares,
    ...storeReviewMiddlewares,
    ...storeSearchMiddlewares,
    ...adminSearchMiddlewares,
    ...searchAfterWrites,
    ...adminCouponMiddlewares,
    ...adminReviewMiddlewares,
    {
      matcher: UNMATCHED,
      methods: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"],
      middlewares: [notFound],
    },
  ],
})
