import { Module } from "@medusajs/framework/utils"
import loadDrivers from "./loaders/drivers"
import { MOBILE_MONEY } from "./name"
import { MobileMoneyService } from "./service"

export { MOBILE_MONEY } from "./name"
export type { MobileMoneyService } from "./service"

export default Module(MOBILE_MONEY, {
  service: MobileMoneyService,
  loaders: [loadDrivers],
})
