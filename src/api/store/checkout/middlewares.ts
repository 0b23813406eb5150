import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
import { retrieveTransformQueryConfig } from "./query-config"
import { StoreGetCheckoutParams, StorePostCheckout } from "./validators"

export const storeCheckoutMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/checkout",
    middlewares: [
      validateBody(StorePostCheckout),
      validateAndTransformQuery(
        StoreGetCheckoutParams,
        retrieveTransformQueryConfig
      ),
    ],
  },
]
