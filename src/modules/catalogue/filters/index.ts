import type { Filter } from "../types"
import { attributes } from "./attributes"
import { brand } from "./brand"
import { category } from "./category"
import { featured } from "./featured"
import { hasOriginalBox } from "./has-original-box"
import { inStock } from "./in-stock"
import { minRating } from "./min-rating"
import { onSale } from "./on-sale"
import { maxPrice, minPrice } from "./price-range"
import { tag } from "./tag"

/**
 * What `GET /store/products` can be asked for beside what core knows. A filter
 * is a file with a schema and a condition, and a line here.
 */
export const filters = {
  attributes,
  brand,
  category,
  featured,
  has_original_box: hasOriginalBox,
  in_stock: inStock,
  max_price: maxPrice,
  min_price: minPrice,
  min_rating: minRating,
  on_sale: onSale,
  tag,
} satisfies Record<string, Filter>

export type FilterName = keyof typeof filters

export const filterNames = Object.keys(filters) as FilterName[]
