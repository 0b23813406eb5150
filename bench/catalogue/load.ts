import { writeFileSync } from "node:fs"
import type {
  ExecArgs,
  IFulfillmentModuleService,
  IPaymentModuleService,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createLinksWorkflow,
  createLocationFulfillmentSetWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
  createProductTagsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  CURRENCIES,
  MARKETS,
  productAt,
  SHIPPING_OPTION,
  STOCK_PER_VARIANT,
} from "./catalogue"

/**
 * Loads the catalogue through Medusa's own workflows. `medusa exec` runs this
 * one file in both projects, so neither gets data the other could not have:
 *
 *     medusa exec load.js <products> <file for the facts>
 */

const BATCH = 50

type Container = ExecArgs["container"]

async function createShop(container: Container) {
  const {
    result: [channel],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Bench" }] },
  })
  const {
    result: [key],
  } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: "Bench", type: "publishable", created_by: "bench" }],
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [channel.id] },
  })
  const cash = await hasCash(container)
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: MARKETS.map(({ name, country, currency }) => ({
        name,
        currency_code: currency,
        countries: [country],
        payment_providers: ["pp_system_default", ...(cash ? [CASH] : [])],
      })),
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: MARKETS.map(({ country, taxRate }) => ({
      country_code: country,
      provider_id: "tp_system",
      default_tax_rate: { name: "VAT", code: `vat-${country}`, rate: taxRate },
    })),
  })
  return { channel, key, regions, cash }
}

const CASH = "pp_cash_cash"

/** Stock has no cash on delivery and no checkout in one call. */
async function hasCash(container: Container) {
  const payment = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
  const found = await payment.listPaymentProviders({ id: [CASH] })
  return found.length > 0
}

async function createWarehouse(container: Container, channelId: string) {
  const fulfillment = container.resolve<IFulfillmentModuleService>(
    Modules.FULFILLMENT
  )
  const {
    result: [location],
  } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Bench warehouse",
          address: { address_1: "Enterprise Road", country_code: "ke" },
        },
      ],
    },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location.id, add: [channelId] },
  })
  await createLinksWorkflow(container).run({
    input: [
      {
        [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
        [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
      },
    ],
  })
  await createLocationFulfillmentSetWorkflow(container).run({
    input: {
      location_id: location.id,
      fulfillment_set_data: { name: "Bench delivery", type: "shipping" },
    },
  })
  const [set] = await fulfillment.listFulfillmentSets({
    name: "Bench delivery",
  })
  const {
    result: [zone],
  } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: "Bench markets",
          fulfillment_set_id: set.id,
          geo_zones: MARKETS.map(({ country }) => ({
            type: "country",
            country_code: country,
          })),
        },
      ],
    },
  })
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Bench", type: "bench" }] },
  })
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: SHIPPING_OPTION,
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: zone.id,
        shipping_profile_id: profile.id,
        type: {
          label: "Standard",
          description: "Two to three days",
          code: "standard",
        },
        prices: CURRENCIES.map((currency_code) => ({
          currency_code,
          amount: 100,
        })),
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      },
    ],
  })
  return { location, profile }
}

/** What a product needs before ours lets it be published; both have it. */
async function createShelf(container: Container) {
  const {
    result: [category],
  } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: [{ name: "Bench", is_active: true }] },
  })
  const {
    result: [tag],
  } = await createProductTagsWorkflow(container).run({
    input: { product_tags: [{ value: "bench" }] },
  })
  return {
    category_ids: [category.id],
    tag_ids: [tag.id],
    thumbnail: "https://bench.example/picture.png",
  }
}

async function createCatalogue(
  container: Container,
  count: number,
  facts: { channelId: string; locationId: string; profileId: string }
) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variants: string[] = []
  const shelf = await createShelf(container)
  for (let first = 0; first < count; first += BATCH) {
    const size = Math.min(BATCH, count - first)
    const { result: products } = await createProductsWorkflow(container).run({
      input: {
        products: Array.from({ length: size }, (_, offset) => ({
          ...productAt(first + offset),
          ...shelf,
          status: "published" as const,
          sales_channels: [{ id: facts.channelId }],
          shipping_profile_id: facts.profileId,
        })),
      },
    })
    const ids = products.flatMap(({ variants: made }) =>
      made.map(({ id }) => id)
    )
    variants.push(...ids)
    const { data: links } = await query.graph({
      entity: "product_variant_inventory_items",
      fields: ["inventory_item_id"],
      filters: { variant_id: ids },
    })
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: links.map(({ inventory_item_id }) => ({
          inventory_item_id,
          location_id: facts.locationId,
          stocked_quantity: STOCK_PER_VARIANT,
        })),
      },
    })
  }
  return variants
}

export default async function load({ container, args }: ExecArgs) {
  const [count, file] = args
  const { channel, key, regions, cash } = await createShop(container)
  const { location, profile } = await createWarehouse(container, channel.id)
  const variants = await createCatalogue(container, Number(count), {
    channelId: channel.id,
    locationId: location.id,
    profileId: profile.id,
  })
  writeFileSync(
    file,
    JSON.stringify({
      publishable_key: key.token,
      one_call: cash,
      products: Number(count),
      variants,
      regions: MARKETS.map(({ country, currency }) => ({
        country,
        id: regions.find(({ currency_code }) => currency_code === currency)?.id,
      })),
    })
  )
}
