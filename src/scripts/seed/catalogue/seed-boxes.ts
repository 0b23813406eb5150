import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  boxesOf,
  offerOriginalBoxWorkflow,
} from "../../../workflows/original-box"
import { demoProducts } from "."
import { BOX_DOLLARS, hasBox } from "./boxes"
import { pricesOf } from "./prices"

/** The finer watches are sold with their boxes, in every currency. */
export async function seedBoxes(container: MedusaContainer) {
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { handle: demoProducts.filter(hasBox).map(({ handle }) => handle) },
      { select: ["id"], take: null }
    )
  const offers = await boxesOf(container).listOriginalBoxes(
    { product_id: products.map(({ id }) => id) },
    { take: null }
  )
  const offered = new Set(offers.map(({ product_id }) => product_id))
  for (const { id } of products) {
    if (!offered.has(id)) {
      await offerOriginalBoxWorkflow(container).run({
        input: { product_id: id, prices: pricesOf(BOX_DOLLARS) },
      })
    }
  }
}
