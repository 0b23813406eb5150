import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  AdminExportMobilePaymentsParams,
  AdminGetDifferencesParams,
  AdminGetMessagesParams,
  AdminGetMobilePaymentsParams,
  AdminRegisterProvider,
  AdminResolveDifference,
} from "./validators"

export const adminMobilePaymentsMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/mobile-payments",
    middlewares: [validateAndTransformQuery(AdminGetMobilePaymentsParams, {})],
  },
  {
    methods: ["GET"],
    matcher: "/admin/mobile-payments/export",
    middlewares: [
      validateAndTransformQuery(AdminExportMobilePaymentsParams, {}),
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/mobile-payments/differences",
    middlewares: [validateAndTransformQuery(AdminGetDifferencesParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/admin/mobile-payments/differences/:id/resolve",
    middlewares: [validateAndTransformBody(AdminResolveDifference)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/mobile-payments/register",
    middlewares: [validateAndTransformBody(AdminRegisterProvider)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/mobile-payments/messages",
    middlewares: [validateAndTransformQuery(AdminGetMessagesParams, {})],
  },
]
