import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { boxTitle } from "../lib/title"
import type { OfferPlan } from "../offer/types"

export const countBoxesStepId = "count-original-boxes"

/** By it the item is found again when counting is switched off and on. */
const skuOf = (product_id: string) => `original-box-${product_id}`

/** An item at every place of the shop, with nothing in stock yet. */
async function createItem(
  container: MedusaContainer,
  { product_id, title }: OfferPlan
): Promise<string> {
  const inventory = container.resolve(Modules.INVENTORY)
  const item = await inventory.createInventoryItems({
    sku: skuOf(product_id),
    title: boxTitle(title),
    requires_shipping: true,
  })
  const places = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({}, { select: ["id"], take: null })
  if (places.length) {
    await inventory.createInventoryLevels(
      places.map(({ id }) => ({
        inventory_item_id: item.id,
        location_id: id,
        stocked_quantity: 0,
      }))
    )
  }
  return item.id
}

/** The inventory item of a box whose pieces are counted. */
export const countBoxesStep = createStep(
  countBoxesStepId,
  async (plan: OfferPlan, { container }) => {
    if (!plan.own_stock) {
      return new StepResponse<string | null, string | null>(null, null)
    }
    const [known] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryItems({ sku: skuOf(plan.product_id) }, { take: 1 })
    const item = plan.inventory_item_id ?? known?.id
    if (item) {
      return new StepResponse<string | null, string | null>(item, null)
    }
    const made = await createItem(container, plan)
    return new StepResponse<string | null, string | null>(made, made)
  },
  async (made, { container }) => {
    if (made) {
      await container.resolve(Modules.INVENTORY).deleteInventoryItems([made])
    }
  }
)
