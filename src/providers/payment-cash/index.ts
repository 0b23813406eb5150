import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { CashService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [CashService] })
