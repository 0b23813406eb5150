import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateRegionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer, RegionDTO } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { type Market, type MarketCode, markets } from "../../markets"

/** The market a storefront shows to someone who has not chosen one. */
export const HOME_MARKET: MarketCode = "ke"

const CORE_STORE_NAME = "Medusa Store"
const STORE_NAME = "Duka"

export type MarketRegions = Record<MarketCode, string>

const pricesIncludeTax = (currency: string) =>
  Object.values(markets).find((market) => market.currency === currency)?.tax
    .included

export async function seedCurrencies(container: MedusaContainer) {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"], take: 1 })
  if (!store) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The database has no store. Run the migrations, then seed again."
    )
  }
  const wanted = Object.values(markets).map(({ currency }) => currency)
  const held = store.supported_currencies ?? []
  if (wanted.every((code) => held.some((c) => c.currency_code === code))) {
    return store
  }
  // Core's own first start leaves the euro, in which nothing here has a price.
  const kept = store.name === CORE_STORE_NAME ? [] : held
  const home = markets[HOME_MARKET].currency
  const hasDefault = kept.some(({ is_default }) => is_default)
  const codes = new Set([
    ...kept.map(({ currency_code }) => currency_code),
    ...wanted,
  ])
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: store.name === CORE_STORE_NAME ? STORE_NAME : store.name,
        supported_currencies: [...codes].map((currency_code) => ({
          currency_code,
          is_default: hasDefault
            ? kept.some(
                (c) => c.is_default && c.currency_code === currency_code
              )
            : currency_code === home,
          // Core looks here, not at the region, for prices by currency.
          is_tax_inclusive: pricesIncludeTax(currency_code),
        })),
      },
    },
  })
  return store
}

/** One region a market, recognised by the market's country. */
export async function seedRegions(
  container: MedusaContainer
): Promise<MarketRegions> {
  const providers = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true })
  const ids = providers.map(({ id }) => id).sort()
  const existing = await container
    .resolve(Modules.REGION)
    .listRegions({}, { relations: ["countries"] })

  const found = {} as MarketRegions
  for (const market of Object.values(markets)) {
    const region = existing.find(({ countries }) =>
      countries.some(({ iso_2 }) => iso_2 === market.country)
    )
    found[market.code] = region
      ? await completeRegion(container, region, ids)
      : await createRegion(container, market, ids)
  }
  return found
}

async function createRegion(
  container: MedusaContainer,
  market: Market,
  payment_providers: string[]
) {
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: market.name,
          currency_code: market.currency,
          countries: [market.country],
          automatic_taxes: true,
          is_tax_inclusive: market.tax.included,
          payment_providers,
          metadata: { market: market.code },
        },
      ],
    },
  })
  return result[0].id
}

/** Payment providers that were registered after the region was made. */
async function completeRegion(
  container: MedusaContainer,
  region: RegionDTO,
  providers: string[]
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "region",
      fields: ["payment_providers.id"],
      filters: { id: region.id },
    })
  const [{ payment_providers }] = data as {
    payment_providers?: { id: string }[]
  }[]
  const held = (payment_providers ?? []).map(({ id }) => id)
  if (!providers.every((id) => held.includes(id))) {
    await updateRegionsWorkflow(container).run({
      input: {
        selector: { id: region.id },
        update: { payment_providers: [...new Set([...held, ...providers])] },
      },
    })
  }
  return region.id
}

export async function seedTax(container: MedusaContainer) {
  const existing = await container.resolve(Modules.TAX).listTaxRegions({})
  const taxed = new Set(
    existing
      .filter(({ parent_id }) => !parent_id)
      .map(({ country_code }) => country_code)
  )
  const missing = Object.values(markets).filter(
    ({ country }) => !taxed.has(country)
  )
  if (!missing.length) {
    return
  }
  await createTaxRegionsWorkflow(container).run({
    input: missing.map(({ country, tax }) => ({
      country_code: country,
      provider_id: "tp_system",
      default_tax_rate: {
        name: tax.name,
        code: tax.name.toLowerCase().replace(/\W+/g, "-"),
        rate: tax.rate,
      },
    })),
  })
}
