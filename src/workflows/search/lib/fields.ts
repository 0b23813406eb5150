import { search } from "@medusajs/framework/utils"
import { markets } from "../../../markets"

export const currencies = [
  ...new Set(Object.values(markets).map(({ currency }) => currency)),
].sort()

/** One field for each currency a market of this shop sells in. */
const perCurrency = <Field>(field: () => Field): Record<string, Field> =>
  Object.fromEntries(currencies.map((code) => [code, field()]))

/**
 * What is searched of products. Where each field comes from is in
 * `src/modules/catalogue/document.ts`; a change here is a new version of the
 * index, which is built beside the old one when the shop next starts.
 */
export const productFields = search.define({
  id: search.keyword().filterable(),
  title: search.text().searchable({ weight: 3 }).sortable(),
  subtitle: search.text().searchable({ weight: 2 }),
  handle: search.keyword().searchable().filterable(),
  description: search.text().searchable(),
  short_description: search.text().searchable(),
  thumbnail: search.keyword(),
  status: search.keyword().filterable(),
  brand: search
    .keyword()
    .searchable({ weight: 2 })
    .filterable()
    .facetable()
    .sortable(),
  features: search.text().array().searchable(),
  specifications: search.text().array().searchable(),
  category: search.keyword().array().filterable().facetable(),
  category_names: search.text().array().searchable({ weight: 1.5 }),
  tag: search
    .keyword()
    .array()
    .searchable({ weight: 1.5 })
    .filterable()
    .facetable(),
  sku: search.keyword().array().searchable({ weight: 2 }).filterable(),
  variant_titles: search.text().array().searchable(),
  attributes: search.keyword().array().searchable().filterable().facetable(),
  sales_channel_ids: search.keyword().array().filterable().retrievable(false),
  in_stock: search.keyword().array().filterable().retrievable(false),
  price: search.object(
    perCurrency(() =>
      search
        .float()
        .filterable()
        .sortable()
        .facetable({ types: ["range", "stats"] })
    )
  ),
  on_sale: search.object(
    perCurrency(() => search.boolean().filterable().facetable())
  ),
  rating: search
    .float()
    .filterable()
    .sortable()
    .facetable({ types: ["range", "stats"] }),
  rating_count: search.integer(),
  sold_count: search.integer().sortable().retrievable(false),
  featured: search.boolean().filterable().facetable(),
  has_original_box: search.boolean().filterable().facetable(),
  created_at: search.date().filterable().sortable(),
  prices_until: search.date().filterable().retrievable(false),
  fingerprint: search.keyword().retrievable(false),
})
