import { ModuleProvider } from "@medusajs/framework/utils"
import { MOBILE_MONEY } from "../../modules/mobile-money/name"
import { MpesaDriver } from "./driver"

export default ModuleProvider(MOBILE_MONEY, { services: [MpesaDriver] })
