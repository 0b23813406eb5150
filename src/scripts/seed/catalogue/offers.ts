import { createPriceListsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PriceListStatus } from "@medusajs/framework/utils"
import { demoProducts } from "."
import { pricesOf } from "./prices"
import type { StockedVariant } from "./stock"
import { variantsOf } from "./variants"

const TITLE = "Season offers"

/** The offer price of about a third of the shop; a price list is a sale. */
export async function seedOffers(
  container: MedusaContainer,
  variants: readonly StockedVariant[]
) {
  const lists = await container.resolve(Modules.PRICING).listPriceLists({})
  if (lists.some(({ title }) => title === TITLE)) {
    return
  }
  const idOf = new Map(variants.map(({ sku, id }) => [sku, id]))
  const prices = demoProducts.flatMap((product) =>
    variantsOf(product).flatMap(({ sku, dollars }) => {
      const variant_id = idOf.get(sku)
      return product.offer && variant_id
        ? pricesOf(dollars * (1 - product.offer / 100)).map((price) => ({
            ...price,
            variant_id,
          }))
        : []
    })
  )
  await createPriceListsWorkflow(container).run({
    input: {
      price_lists_data: [
        {
          title: TITLE,
          description: "Lower prices while the season lasts.",
          status: PriceListStatus.ACTIVE,
          prices,
        },
      ],
    },
  })
}
