import { defineMiddlewares } from "@medusajs/framework/http"
import { accessMiddlewares } from "./access"
import { adminOrderCashMiddlewares } from "./admin/orders/[id]/cash/middlewares"
import { errorHandler } from "./frame/errors/handler"
import { guard } from "./frame/guard"
import { installFrame } from "./frame/install"
import { notFound, UNMATCHED } from "./frame/not-found"
import { storeCheckoutMiddlewares } from "./store/checkout/middlewares"
import { storePaymentSessionMiddlewares } from "./store/payment-sessions/middlewares"

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
    ...storeCheckoutMiddlewares,
    ...storePaymentSessionMiddlewares,
    ...adminOrderCashMiddlewares,
    {
      matcher: UNMATCHED,
      methods: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"],
      middlewares: [notFound],
    },
  ],
})
