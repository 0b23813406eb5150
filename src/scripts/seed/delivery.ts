import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MarketCode, markets } from "../../markets"
import { places, type ShippingCode, shippingServices } from "./places"

const PROVIDER = "manual_manual"

export type MarketLocations = Record<MarketCode, string>

/** The shipping options of each market. */
export type MarketShipping = Record<MarketCode, Record<ShippingCode, string>>

export type Delivery = {
  locations: MarketLocations
  shipping: MarketShipping
  shippingProfileId: string
}

/** A warehouse a market, each delivering within its own country. */
export async function seedDelivery(
  container: MedusaContainer,
  salesChannelId: string
): Promise<Delivery> {
  const shippingProfileId = await ensureShippingProfile(container)
  const locations = await ensureLocations(container)
  const shipping = {} as MarketShipping
  for (const { code, country, name } of Object.values(markets)) {
    const locationId = locations[code]
    await linkLocation(container, locationId, salesChannelId)
    const zoneId = await ensureServiceZone(container, locationId, {
      set: `${places[code].location} deliveries`,
      zone: name,
      country,
    })
    shipping[code] = await ensureShippingOptions(
      container,
      zoneId,
      shippingProfileId
    )
  }
  return { locations, shipping, shippingProfileId }
}

async function ensureShippingProfile(container: MedusaContainer) {
  const [profile] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (profile) {
    return profile.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Parcels", type: "default" }] },
  })
  return result[0].id
}

async function ensureLocations(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({})
  const found = {} as MarketLocations
  for (const { code, country } of Object.values(markets)) {
    const { location, address } = places[code]
    const held = existing.find(({ name }) => name === location)
    if (held) {
      found[code] = held.id
      continue
    }
    const { result } = await createStockLocationsWorkflow(container).run({
      input: {
        locations: [
          { name: location, address: { ...address, country_code: country } },
        ],
      },
    })
    found[code] = result[0].id
  }
  return found
}

async function linkLocation(
  container: MedusaContainer,
  locationId: string,
  salesChannelId: string
) {
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
  })
}

async function ensureServiceZone(
  container: MedusaContainer,
  locationId: string,
  names: { set: string; zone: string; country: string }
) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const find = () =>
    fulfillment.listFulfillmentSets(
      { name: names.set },
      { relations: ["service_zones"] }
    )
  let [set] = await find()
  if (!set) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: {
        location_id: locationId,
        fulfillment_set_data: { name: names.set, type: "shipping" },
      },
    })
    ;[set] = await find()
  } else {
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    })
  }
  const zone = set.service_zones.find(({ name }) => name === names.zone)
  if (zone) {
    return zone.id
  }
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: names.zone,
          fulfillment_set_id: set.id,
          geo_zones: [{ type: "country", country_code: names.country }],
        },
      ],
    },
  })
  return result[0].id
}

async function ensureShippingOptions(
  container: MedusaContainer,
  service_zone_id: string,
  shipping_profile_id: string
) {
  const existing = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions(
      { service_zone: { id: service_zone_id } },
      { relations: ["type"] }
    )
  const ids = new Map(existing.map(({ type, id }) => [type.code, id]))
  const missing = shippingServices.filter(({ code }) => !ids.has(code))
  if (missing.length) {
    const { result } = await createShippingOptionsWorkflow(container).run({
      input: missing.map(({ code, name, description, is_return, prices }) => ({
        name,
        service_zone_id,
        shipping_profile_id,
        provider_id: PROVIDER,
        price_type: "flat",
        type: { code, label: name, description },
        prices: Object.entries(prices).map(([currency_code, amount]) => ({
          currency_code,
          amount,
        })),
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: String(is_return) },
        ],
      })),
    })
    missing.forEach(({ code }, index) => ids.set(code, result[index].id))
  }
  return Object.fromEntries(ids) as Record<ShippingCode, string>
}
