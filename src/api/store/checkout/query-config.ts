/** The order as `GET /store/orders/:id` gives it, and the same fields to ask for. */
export { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/orders/query-config"
