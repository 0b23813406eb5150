import type { Kind } from "../../../modules/catalogue/affected"

/**
 * What core tells when rows of a kind change: its modules, whoever asked them,
 * and its workflows, where they have changed something beside the row.
 */
const prefixes: Readonly<Record<string, Kind>> = {
  product: "product",
  "product.product": "product",
  "product-variant": "variant",
  "product.product-variant": "variant",
  "product.product-option": "option",
  "product.product-option-value": "option_value",
  "product-category": "category",
  "product.product-category": "category",
  "product-tag": "tag",
  "product.product-tag": "tag",
  "pricing.price": "price",
  "pricing.price-set": "price_set",
  "pricing.price-list": "price_list",
  "pricing.price-list-rule": "price_list_rule",
  "inventory.inventory-item": "inventory_item",
  "inventory.inventory-level": "inventory_level",
  "inventory.reservation-item": "reservation",
  "inventory-level": "inventory_level",
  "reservation-item": "reservation",
  "sales-channel": "sales_channel",
  "stock-location.stock-location": "stock_location",
}

/** The same of links, by the names core's link modules use. */
const links: Readonly<Record<string, Kind>> = {
  LinkProductSalesChannel: "channel_link",
  LinkProductVariantInventoryItem: "item_link",
  LinkProductVariantPriceSet: "price_link",
  LinkSalesChannelStockLocation: "location_link",
}

const named = (
  prefixed: Readonly<Record<string, Kind>>,
  verbs: readonly string[]
) =>
  Object.entries(prefixed).flatMap(([prefix, kind]) =>
    verbs.map((verb) => [`${prefix}.${verb}`, kind] as const)
  )

/** What an event tells of, by its name. */
export const sources: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...named(prefixes, ["created", "updated", "deleted", "restored"]),
  ...named(links, ["attached", "detached"]),
])
