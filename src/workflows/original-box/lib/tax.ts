import type { TaxableItemDTO } from "@medusajs/framework/types"
import { settings } from "../../../settings"

type Taxed = { id: string; type_id?: string | null }

/** The box of a product as tax rules see it: like its watch, or like nothing. */
export const taxableBox = (
  { id, type_id }: Taxed,
  currency_code: string | undefined
): TaxableItemDTO => ({
  id,
  ...(settings.ORIGINAL_BOX_TAXED_AS === "watch"
    ? { product_id: id, product_type_id: type_id ?? undefined }
    : { product_id: "" }),
  quantity: 1,
  unit_price: 0,
  currency_code,
})
