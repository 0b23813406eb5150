import { definePolicies } from "@medusajs/framework/utils"

/** Who may see the mobile payments of the shop, and who may act on them. */
export const mobilePaymentPolicies = definePolicies([
  {
    name: "ReadMobilePayment",
    resource: "mobile_payment",
    operation: "read",
    description: "See mobile payments",
  },
  {
    name: "UpdateMobilePayment",
    resource: "mobile_payment",
    operation: "update",
    description: "Ask phones again, match receipts, give money back",
  },
])
