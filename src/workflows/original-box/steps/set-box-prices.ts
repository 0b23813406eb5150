import type {
  CreatePricesDTO,
  IPricingModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { basePrices } from "../offer/prices"
import type { BoxAmount, OfferPlan } from "../offer/types"

export const setBoxPricesStepId = "set-original-box-prices"

type Held = BoxAmount & { id: string }

type Before = { made: string } | { id: string; held: Held[] } | null

/** Prices that are there already keep their id, and with it price lists. */
async function replace(
  pricing: IPricingModuleService,
  price_set_id: string,
  held: readonly Held[],
  wanted: readonly BoxAmount[]
) {
  const gone = held.filter(
    (one) => !wanted.some((two) => two.currency_code === one.currency_code)
  )
  if (gone.length) {
    await pricing.removePrices(gone.map(({ id }) => id))
  }
  const prices: (CreatePricesDTO & { id?: string })[] = wanted.map((price) => ({
    ...price,
    id: held.find((one) => one.currency_code === price.currency_code)?.id,
  }))
  if (prices.length) {
    await pricing.addPrices({ priceSetId: price_set_id, prices })
  }
}

const heldPrices = async (
  container: Parameters<typeof basePrices>[0],
  price_set_id: string
): Promise<Held[]> =>
  (await basePrices(container, price_set_id)).map(
    ({ id, currency_code, amount }) => ({
      id,
      currency_code: String(currency_code),
      amount: Number(amount),
    })
  )

/** The price set of a box with the prices that were sent. */
export const setBoxPricesStep = createStep(
  setBoxPricesStepId,
  async ({ price_set_id, prices }: OfferPlan, { container }) => {
    const pricing = container.resolve(Modules.PRICING)
    if (!price_set_id) {
      const made = await pricing.createPriceSets({ prices: prices ?? [] })
      return new StepResponse<string, Before>(made.id, { made: made.id })
    }
    if (!prices) {
      return new StepResponse<string, Before>(price_set_id, null)
    }
    const held = await heldPrices(container, price_set_id)
    await replace(pricing, price_set_id, held, prices)
    return new StepResponse<string, Before>(price_set_id, {
      id: price_set_id,
      held,
    })
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const pricing = container.resolve(Modules.PRICING)
    if ("made" in before) {
      await pricing.deletePriceSets([before.made])
    } else {
      const now = await heldPrices(container, before.id)
      await replace(pricing, before.id, now, before.held)
    }
  }
)
