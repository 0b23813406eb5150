import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import type { AwaitedRow } from "../../../modules/mobile-money/ledger/rows"
import { cardSessionsOf, dropCard } from "../../payment"
import type { PayPlan } from "../lib/types"

export const closeCardsStepId = "close-other-cards"

async function closeCards(container: MedusaContainer, awaited: AwaitedRow) {
  for (const session of await cardSessionsOf(container, awaited)) {
    await dropCard(container, awaited, session, "shopper")
  }
}

/**
 * A card nobody is to pay with any more cannot be confirmed any more. The last
 * step, since it cannot be taken back; when the bank does not answer the card
 * stays open, and what it pays is settled or returned like any other money.
 */
export const closeCardsStep = createStep(
  closeCardsStepId,
  async ({ order_id, changes, payment }: PayPlan, { container }) => {
    const awaited = await container
      .resolve<MobileMoneyService>(MOBILE_MONEY)
      .awaitedOf(order_id)
    if (awaited && changes && payment.kind !== "card") {
      await closeCards(container, awaited).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`A card of ${order_id} stays open: ${reason}`)
      })
    }
    return new StepResponse(undefined)
  }
)
