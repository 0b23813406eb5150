import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { hashToken } from "../../lib/secret-token"
import type { MarketCode } from "../../markets"
import {
  addWishlistItemWorkflow,
  createWishlistWorkflow,
  wishlists,
} from "../../workflows/wishlist"
import { demoCustomers } from "./accounts"
import { demoProducts } from "./catalogue"
import { variantsOf } from "./catalogue/variants"
import { inParallel } from "./parallel"
import { createRandom } from "./random"

type DemoList = {
  /** What it is recognised by, and what its contents follow from. */
  marker: string
  name: string
  customer_id: string | null
  market: MarketCode
  length: number
}

const GUESTS = 12
const MARKETS: readonly MarketCode[] = ["ke", "ke", "bd", "in", "us"]

type Variant = { id: string; product_id: string; sku: string }

type Surroundings = {
  regions: Record<MarketCode, string>
  salesChannelId: string
}

/** Two lists of each demo customer, and some of guests nobody can be. */
export async function seedWishlists(
  container: MedusaContainer,
  surroundings: Surroundings
) {
  const variants = await readVariants(container)
  const lists = [...(await listsOfCustomers(container)), ...listsOfGuests()]
  // Which list is the first decides which is the default one.
  for (const list of lists) {
    const id = await ensureList(container, list)
    await fillList(container, { id, list, variants, ...surroundings })
  }
}

async function listsOfCustomers(
  container: MedusaContainer
): Promise<DemoList[]> {
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: demoCustomers.map(({ email }) => email), has_account: true },
      { select: ["id", "email"] }
    )
  return demoCustomers.flatMap(({ email, market }) => {
    const found = customers.find((customer) => customer.email === email)
    return found
      ? ["My wishlist", "Gift ideas"].map((name, turn) => ({
          marker: `${email} ${name}`,
          name,
          customer_id: found.id,
          market,
          length: 6 - 2 * turn,
        }))
      : []
  })
}

const listsOfGuests = (): DemoList[] =>
  Array.from({ length: GUESTS }, (_, turn) => ({
    marker: `demo guest ${turn}`,
    name: "Wishlist",
    customer_id: null,
    market: MARKETS[turn % MARKETS.length],
    length: 2 + (turn % 4),
  }))

async function readVariants(container: MedusaContainer): Promise<Variant[]> {
  const skus = demoProducts.flatMap(variantsOf).map(({ sku }) => sku)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_variant",
      fields: ["id", "sku", "product_id"],
      filters: { sku: skus },
    })
  const variants = data as Variant[]
  return variants.sort((a, b) => a.sku.localeCompare(b.sku))
}

async function ensureList(container: MedusaContainer, list: DemoList) {
  const { marker, name, customer_id } = list
  // No token has this hash, so these guests never come back.
  const token_hash = customer_id ? null : hashToken(marker)
  const [existing] = await wishlists(container).listWishlists(
    customer_id ? { customer_id, name } : { token_hash },
    { select: ["id"] }
  )
  if (existing) {
    return existing.id
  }
  const { result } = await createWishlistWorkflow(container).run({
    input: { name, customer_id, token_hash },
  })
  return result.id
}

type Filling = Surroundings & {
  id: string
  list: DemoList
  variants: readonly Variant[]
}

async function fillList(
  container: MedusaContainer,
  { id, list, variants, regions, salesChannelId }: Filling
) {
  const random = createRandom(`wishlist ${list.marker}`)
  const popular = variants.slice(0, Math.ceil(variants.length / 4))
  const wanted = random
    .sample(random.chance(0.5) ? popular : variants, list.length)
    .map((variant) => ({ ...variant, chosen: random.chance(0.7) }))
  await inParallel(wanted, 2, (variant) =>
    addWishlistItemWorkflow(container).run({
      input: {
        wishlist_id: id,
        product_id: variant.product_id,
        variant_id: variant.chosen ? variant.id : null,
        region_id: regions[list.market],
        sales_channel_ids: [salesChannelId],
      },
    })
  )
}
