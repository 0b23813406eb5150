import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
import {
  AdminEndReturn,
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
    middlewares: [validateBody(AdminResolveDifference)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/mobile-payments/returns/:id/end",
    middlewares: [validateBody(AdminEndReturn)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/mobile-payments/register",
    middlewares: [validateBody(AdminRegisterProvider)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/mobile-payments/messages",
    middlewares: [validateAndTransformQuery(AdminGetMessagesParams, {})],
  },
]
