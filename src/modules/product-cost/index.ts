import { Module } from "@medusajs/framework/utils"
import { ProductCostService } from "./service"

export const PRODUCT_COST_MODULE = "product_cost"

export default Module(PRODUCT_COST_MODULE, { service: ProductCostService })
