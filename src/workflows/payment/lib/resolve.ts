import type { MedusaContainer } from "@medusajs/framework/types"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"

export const mobileMoney = (container: MedusaContainer) =>
  container.resolve<MobileMoneyService>(MOBILE_MONEY)
