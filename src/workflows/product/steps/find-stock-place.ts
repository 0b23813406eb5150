import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { Refusal } from "../../refusal"

export const findStockPlaceStepId = "find-product-stock-place"

export type StockInput = {
  product_id: string
  variant_id?: string
  location_id?: string
  stock: number
}

type Level = { location_id: string }
type Item = { id: string; location_levels?: (Level | null)[] }

type Variant = {
  id: string
  manage_inventory: boolean
  inventory_items?: ({ inventory?: Item | null } | null)[]
}

export type StockPlace = {
  variant_id: string
  inventory_item_id: string
  location_id: string
}

const wrongField = (code: string, field: string, message: string) =>
  new Refusal(code, `${field} ${message}.`, { details: [{ field, message }] })

async function variantsOf(container: MedusaContainer, product_id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: [
        "id",
        "variants.id",
        "variants.manage_inventory",
        "variants.inventory_items.inventory.id",
        "variants.inventory_items.inventory.location_levels.location_id",
      ],
      filters: { id: product_id },
    })
  const product = (data as unknown as { variants?: Variant[] }[]).at(0)
  if (!product) {
    throw new Refusal("not_found", "There is no such product.", {
      kind: "NOT_FOUND",
    })
  }
  return product.variants ?? []
}

function chosenVariant(variants: Variant[], id: string | undefined): Variant {
  if (!id && variants.length > 1) {
    throw wrongField(
      "variant_required",
      "variant_id",
      "is needed, because the product has several variants"
    )
  }
  const variant = id ? variants.find((one) => one.id === id) : variants.at(0)
  if (!variant) {
    throw wrongField(
      "invalid_data",
      "variant_id",
      "is no variant of the product"
    )
  }
  return variant
}

function countedItem({ manage_inventory, inventory_items }: Variant): Item {
  const items = (inventory_items ?? []).flatMap((link) => link?.inventory ?? [])
  if (!manage_inventory || !items.length) {
    throw new Refusal(
      "stock_not_counted",
      "The stock of this variant is not counted.",
      { kind: "NOT_ALLOWED" }
    )
  }
  if (items.length > 1) {
    throw new Refusal(
      "stock_of_several_items",
      "This variant is made of several items. Count each of them.",
      { kind: "NOT_ALLOWED" }
    )
  }
  return items[0]
}

/** Where it is kept already, else the only warehouse there is. */
async function chosenLocation(
  container: MedusaContainer,
  { location_levels }: Item,
  asked: string | undefined
): Promise<string> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "stock_location", fields: ["id"] })
  const known = data.map(({ id }) => id)
  if (asked) {
    if (!known.includes(asked)) {
      throw wrongField(
        "invalid_data",
        "location_id",
        "is no location of the shop"
      )
    }
    return asked
  }
  const kept = (location_levels ?? []).flatMap(
    (level) => level?.location_id ?? []
  )
  const [only, ...more] = kept.length ? kept : known
  if (!only || more.length) {
    throw wrongField(
      "location_required",
      "location_id",
      "is needed, because there are several locations"
    )
  }
  return only
}

/** Which item at which place a product's stock is, when it is only one. */
export const findStockPlaceStep = createStep(
  findStockPlaceStepId,
  async (
    { product_id, variant_id, location_id }: StockInput,
    { container }
  ) => {
    const variants = await variantsOf(container, product_id)
    const variant = chosenVariant(variants, variant_id)
    const item = countedItem(variant)
    return new StepResponse<StockPlace>({
      variant_id: variant.id,
      inventory_item_id: item.id,
      location_id: await chosenLocation(container, item, location_id),
    })
  }
)
