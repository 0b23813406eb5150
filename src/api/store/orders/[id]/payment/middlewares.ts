import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../../../frame/validate-body"
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
    middlewares: [validateBody(StorePayOrder)],
  },
]
