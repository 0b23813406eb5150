import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { Refusal } from "../../refusal"
import { boxesOf } from "../lib/service"
import { basePrices, refuseNoPrice, refuseWrongPrices } from "../offer/prices"
import type { OfferOriginalBoxInput, OfferPlan } from "../offer/types"

export const planOriginalBoxOfferStepId = "plan-original-box-offer"

async function titleOf(container: MedusaContainer, id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["id", "title"], filters: { id } })
  const product = data.at(0)
  if (!product) {
    throw new Refusal("not_found", "There is no such product.", {
      kind: "NOT_FOUND",
    })
  }
  return product.title
}

/** Refuses what cannot be offered before anything is written. */
export const planOriginalBoxOfferStep = createStep(
  planOriginalBoxOfferStepId,
  async (input: OfferOriginalBoxInput, { container }) => {
    const { product_id, prices = null } = input
    const title = await titleOf(container, product_id)
    const [before] = await boxesOf(container).listOriginalBoxes({ product_id })
    const offered = input.offered ?? before?.offered ?? true
    refuseWrongPrices(prices ?? [])
    const held =
      prices ?? (before ? await basePrices(container, before.price_set_id) : [])
    if (offered) {
      await refuseNoPrice(
        container,
        held.flatMap(({ currency_code }) => currency_code ?? [])
      )
    }
    const plan: OfferPlan = {
      product_id,
      title,
      id: before?.id ?? null,
      price_set_id: before?.price_set_id ?? null,
      inventory_item_id: before?.inventory_item_id ?? null,
      offered,
      prices,
      own_stock: input.own_stock ?? !!before?.inventory_item_id,
    }
    return new StepResponse(plan)
  }
)
