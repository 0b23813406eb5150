import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wishlists } from "../lib/resolve"
import { type LookAround, lookAround, tellNews } from "../lib/watch"

const lookAroundWishlistsStep = createStep(
  "look-around-wishlists",
  async (input: LookAround, { container }) =>
    new StepResponse({ found: await lookAround(container, input) })
)

const tellWishlistNewsStep = createStep(
  "tell-wishlist-news",
  async (_: void, { container }) =>
    new StepResponse({ told: await tellNews(container) })
)

/**
 * Tells watchers what is back in stock and what became cheaper. Two at once,
 * and one after a crash, find and tell each crossing once; there is nothing to
 * take back, because each entry is finished in itself.
 */
export const watchWishlistsWorkflow = createWorkflow(
  "watch-wishlists",
  (input: WorkflowData<LookAround>) => {
    const { found } = lookAroundWishlistsStep(input)
    const { told } = tellWishlistNewsStep()
    return new WorkflowResponse({ found, told })
  }
)

export type StockChange = { inventory_level_ids: string[] }

const findProductsOfStockStep = createStep(
  "find-products-of-stock",
  async ({ inventory_level_ids }: StockChange, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: levels } = await query.graph({
      entity: "inventory_level",
      fields: ["inventory_item_id"],
      filters: { id: inventory_level_ids },
    })
    const { data: held } = await query.graph({
      entity: "product_variant_inventory_items",
      fields: ["variant.product_id"],
      filters: {
        inventory_item_id: levels.map((level) => level.inventory_item_id),
      },
    })
    const product_ids = held.flatMap(({ variant }) => variant?.product_id ?? [])
    return new StepResponse({ product_ids: [...new Set(product_ids)] })
  }
)

/** The same at once for what was counted anew, and only for that. */
export const watchWishedStockWorkflow = createWorkflow(
  "watch-wished-stock",
  (input: WorkflowData<StockChange>) =>
    new WorkflowResponse(
      watchWishlistsWorkflow.runAsStep({
        input: findProductsOfStockStep(input),
      })
    )
)

/** How long a deleted list and a guest's list nobody touches are kept. */
const PATIENCE = { deleted_days: 30, guest_days: 180 }
const PORTION = 1000
const MAX_PORTIONS = 100

const removeForgottenWishlistsStep = createStep(
  "remove-forgotten-wishlists",
  async (_: void, { container }) => {
    let removed = 0
    for (let portion = 0; portion < MAX_PORTIONS; portion++) {
      const { items, lists } = await wishlists(container).purge(
        PATIENCE,
        PORTION
      )
      removed += items + lists
      if (items < PORTION && lists < PORTION) {
        break
      }
    }
    return new StepResponse({ removed })
  }
)

/** Lists that were deleted, and those of guests who never came back. */
export const removeForgottenWishlistsWorkflow = createWorkflow(
  "remove-forgotten-wishlists",
  () => new WorkflowResponse(removeForgottenWishlistsStep())
)
