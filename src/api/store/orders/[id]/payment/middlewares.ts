import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { requireOrderAccess } from "./access"
import { StoreGetOrderPaymentParams, StorePayOrder } from "./validators"

const matcher = "/store/orders/:id/payment"

export const storeOrderPaymentMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET", "POST"],
    matcher,
    middlewares: [
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
      validateAndTransformQuery(StoreGetOrderPaymentParams, {}),
      requireOrderAccess,
    ],
  },
  {
    methods: ["POST"],
    matcher,
    middlewares: [validateAndTransformBody(StorePayOrder)],
  },
]
