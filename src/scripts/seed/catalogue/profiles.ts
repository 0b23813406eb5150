import type { ProfileData } from "../../../workflows/product"
import { priceIn } from "./prices"
import type { DemoProduct } from "./types"
import { COLOUR_OPTION, optionsOf } from "./variants"

/** What a tag of the demo shop promises, in words. */
const promises: Readonly<Record<string, string>> = {
  automatic: "Winds itself while it is worn",
  bluetooth: "Bluetooth 5.3",
  "fast-charging": "Half full in half an hour",
  leather: "Vegetable-tanned leather",
  "noise-cancelling": "Active noise cancelling",
  solar: "Charges in daylight",
  "stainless-steel": "Stainless steel 316L",
  travel: "Comes with a travel pouch",
  "water-resistant": "Water resistant",
}

const WATCHES = ["Watch", "Smart watch"]

const warrantyOf = ({ type, brand }: DemoProduct): string | null => {
  if (type === "Strap") {
    return null
  }
  const years = WATCHES.includes(type) ? "Two years" : "One year"
  return `${years}, by ${brand}`
}

/** What the shop pays, in the currency of its warehouse. */
const COST_CURRENCY = "kes"
const COST_SHARE = 0.6

/** The profile of a demo product follows from what is said of it already. */
export function profileOf(product: DemoProduct): ProfileData {
  const warranty = warrantyOf(product)
  return {
    brand: product.brand,
    short_description: product.subtitle,
    meta_title: `${product.title} | ${product.brand}`,
    meta_description: product.description,
    features: product.tags.flatMap((tag) => promises[tag] ?? []),
    specifications: [
      { name: "Weight", value: `${product.grams} g` },
      ...optionsOf(product).map(({ title, values }) => ({
        name: title === COLOUR_OPTION ? "Colours" : title,
        value: values.join(", "),
      })),
    ],
    has_warranty: warranty !== null,
    warranty,
    featured: product.featured ?? false,
    sku_prefix: product.sku,
    cost_price: {
      amount: priceIn(COST_CURRENCY, product.price * COST_SHARE),
      currency_code: COST_CURRENCY,
    },
  }
}
