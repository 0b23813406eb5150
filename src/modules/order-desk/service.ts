import { MedusaService } from "@medusajs/framework/utils"
import { CashCollection } from "./models/cash-collection"

export class OrderDeskService extends MedusaService({ CashCollection }) {}
