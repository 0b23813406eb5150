import { definePolicies } from "@medusajs/framework/utils"

/**
 * Permissions that core's own routes ask for but core does not define: without
 * them nobody but the super admin can capture, refund or save a price list,
 * and no role can be given the right to.
 */
export const coreRoutePolicies = definePolicies([
  {
    name: "CreateCapture",
    resource: "capture",
    operation: "create",
    description: "Capture payments",
  },
  {
    name: "CreateRefund",
    resource: "refund",
    operation: "create",
    description: "Refund payments",
  },
  {
    name: "CreateCreditLine",
    resource: "credit_line",
    operation: "create",
    description: "Add credit lines to orders",
  },
  {
    name: "ManageInventoryItem",
    resource: "inventory_item",
    operation: "*",
    description: "Change many inventory items at once",
  },
  {
    name: "ManageInventoryLevel",
    resource: "inventory_level",
    operation: "*",
    description: "Change many inventory levels at once",
  },
  {
    name: "ManagePrice",
    resource: "price",
    operation: "*",
    description: "Change many prices of a price list at once",
  },
])
