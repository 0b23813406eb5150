import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveTransformQueryConfig } from "./query-config"
import { StoreGetCheckoutParams, StorePostCheckout } from "./validators"

export const storeCheckoutMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/checkout",
    middlewares: [
      validateAndTransformBody(StorePostCheckout),
      validateAndTransformQuery(
        StoreGetCheckoutParams,
        retrieveTransformQueryConfig
      ),
    ],
  },
]
