import { handleOf, SEARCH_WORDS, SHIPPING_OPTION } from "../catalogue/catalogue"
import type { Answer, Client, JsonValue } from "./client"
import { popularIndex, seededRandom } from "./statistics"

/** What loading the catalogue left behind, by server. */
export type Facts = {
  publishable_key: string
  /** Whether the server has a checkout in one call. */
  one_call: boolean
  products: number
  variants: string[]
  regions: { country: string; id: string }[]
}

export type Shopper = {
  client: Client
  facts: Facts
  /** Chooses what is looked at and bought; both servers get the same seed. */
  random: () => number
}

/** Names each call as it is made, so that its statements can be told apart. */
export type Step = <T>(name: string, call: () => Promise<T>) => Promise<T>

export type Work = {
  name: string
  title: string
  run(shopper: Shopper, step: Step): Promise<void>
}

const PAGE = 12
/** On top of what core answers by default, as storefronts ask. */
const PRICED = "*variants.calculated_price"

export const seededShopper = (
  client: Client,
  facts: Facts,
  seed: number
): Shopper => ({ client, facts, random: seededRandom(seed) })

function expectOk({ status, body }: Answer, what: string): JsonValue {
  if (status !== 200) {
    throw new Error(
      `${what} answered ${status}: ${JSON.stringify(body).slice(0, 300)}`
    )
  }
  return body
}

function expectThat(holds: boolean, sentence: string): void {
  if (!holds) {
    throw new Error(sentence)
  }
}

const part = (body: JsonValue, key: string) => (body[key] ?? {}) as JsonValue
const parts = (body: JsonValue, key: string) => (body[key] ?? []) as JsonValue[]

const regionOf = ({ facts }: Shopper) => facts.regions[0] as Facts["regions"][0]

const path = (base: string, query: Record<string, string | number>) => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    params.set(key, String(value))
  }
  return `${base}?${params}`
}

const isPriced = (product: JsonValue) =>
  parts(product, "variants").length > 0 &&
  parts(product, "variants").every(
    (variant) =>
      typeof part(variant, "calculated_price").calculated_amount === "number"
  )

type Query = Record<string, string | number>

const pathOf = (shopper: Shopper, query: Query) =>
  path("/store/products", {
    region_id: regionOf(shopper).id,
    fields: PRICED,
    ...query,
  })

function productsIn(answer: Answer) {
  const products = parts(expectOk(answer, "The product list"), "products")
  expectThat(
    products.every(isPriced),
    "A product came without the prices of its variants."
  )
  return products
}

const LONG_AGO = Date.UTC(2000, 0, 1)
let asked = 0

/** All products are newer, and nobody has asked in these words before. */
const unheard = () => ({
  "created_at[$gt]": new Date(LONG_AGO + (asked += 1)).toISOString(),
})

/** What no cache can have: the server works it out. */
const listProducts = async (shopper: Shopper, query: Query) =>
  productsIn(
    await shopper.client.get(pathOf(shopper, { ...query, ...unheard() }))
  )

const seen = new WeakMap<Client, Map<string, string>>()

/**
 * The same few pages again and again. The first answer of each is looked at,
 * the others must be that one by their ETag: looking at all would measure the
 * caller.
 */
async function listAgain(shopper: Shopper, query: Query, expected: number) {
  const { client } = shopper
  const known = seen.get(client) ?? new Map<string, string>()
  seen.set(client, known)
  const asked = pathOf(shopper, query)
  if (!known.has(asked)) {
    const answer = await client.get(asked)
    const { length } = productsIn(answer)
    expectThat(length === expected, `The page held ${length} products.`)
    known.set(asked, answer.etag ?? "")
    return
  }
  const { status, etag } = await client.glance(asked)
  expectThat(
    status === 200 && !!etag && etag === known.get(asked),
    `The page was another one: ${status} ${etag}.`
  )
}

const list: Work = {
  name: "list",
  title: "Product list, 12 with prices",
  async run(shopper, step) {
    const pages = Math.max(1, Math.floor(shopper.facts.products / PAGE))
    const page = popularIndex(shopper.random, pages)
    const products = await step("list", () =>
      listProducts(shopper, { limit: PAGE, offset: page * PAGE })
    )
    expectThat(
      products.length === PAGE,
      `The list held ${products.length} products, not ${PAGE}.`
    )
  },
}

const product: Work = {
  name: "product",
  title: "Product by handle",
  async run(shopper, step) {
    const handle = handleOf(
      popularIndex(shopper.random, shopper.facts.products)
    )
    const products = await step("product", () =>
      listProducts(shopper, { handle, limit: 1 })
    )
    expectThat(
      products.length === 1 && products[0]?.handle === handle,
      `The product ${handle} was not found.`
    )
  },
}

const search: Work = {
  name: "search",
  title: "Search, 12 with prices",
  async run(shopper, step) {
    const word = SEARCH_WORDS[
      popularIndex(shopper.random, SEARCH_WORDS.length)
    ] as string
    const products = await step("search", () =>
      listProducts(shopper, { q: word, limit: PAGE })
    )
    expectThat(products.length > 0, `The search for ${word} found nothing.`)
    expectThat(
      products.every(({ title }) => String(title).includes(word)),
      `The search for ${word} found products without that word.`
    )
  },
}

/** So many different pages are asked for. */
const POPULAR = 10

const warmList: Work = {
  name: "warm-list",
  title: "Product list, one of 10 pages",
  run(shopper, step) {
    const page = popularIndex(shopper.random, POPULAR)
    const query = { limit: PAGE, offset: page }
    return step("warm list", () => listAgain(shopper, query, PAGE))
  },
}

const warmProduct: Work = {
  name: "warm-product",
  title: "Product by handle, one of 10",
  run(shopper, step) {
    const handle = handleOf(popularIndex(shopper.random, POPULAR))
    return step("warm product", () =>
      listAgain(shopper, { handle, limit: 1 }, 1)
    )
  },
}

async function createCart({ client, ...shopper }: Shopper, step: Step) {
  const region = regionOf({ client, ...shopper })
  const answer = await step("create cart", () =>
    client.post("/store/carts", { region_id: region.id })
  )
  return String(part(expectOk(answer, "Creating a cart"), "cart").id)
}

async function addItem(shopper: Shopper, step: Step, cartId: string) {
  const { variants } = shopper.facts
  const variant_id = variants[popularIndex(shopper.random, variants.length)]
  const answer = await step("add item", () =>
    shopper.client.post(`/store/carts/${cartId}/line-items`, {
      variant_id,
      quantity: 1,
    })
  )
  const cart = part(expectOk(answer, "Adding to the cart"), "cart")
  expectThat(
    parts(cart, "items").length === 1,
    "The cart does not hold the item that was added."
  )
}

const cart: Work = {
  name: "cart",
  title: "New cart, add to cart (2 calls)",
  async run(shopper, step) {
    await addItem(shopper, step, await createCart(shopper, step))
  },
}

const ADDRESS = {
  first_name: "Amina",
  last_name: "Otieno",
  address_1: "12 Moi Avenue",
  city: "Nairobi",
  postal_code: "00100",
  phone: "+254712345678",
}

const checkout: Work = {
  name: "checkout",
  title: "Whole checkout (8 calls)",
  async run(shopper, step) {
    const { client } = shopper
    const post = async (name: string, to: string, body: JsonValue) =>
      expectOk(await step(name, () => client.post(to, body)), `"${name}"`)

    const cartId = await createCart(shopper, step)
    await addItem(shopper, step, cartId)
    const address = { ...ADDRESS, country_code: regionOf(shopper).country }
    await post("set address", `/store/carts/${cartId}`, {
      email: "bench@example.com",
      shipping_address: address,
      billing_address: address,
    })
    const options = await step("list shipping", () =>
      client.get(path("/store/shipping-options", { cart_id: cartId }))
    )
    const option = parts(
      expectOk(options, "Listing shipping options"),
      "shipping_options"
    ).find(({ name }) => name === SHIPPING_OPTION)
    expectThat(!!option, `There is no shipping option "${SHIPPING_OPTION}".`)
    await post("set shipping", `/store/carts/${cartId}/shipping-methods`, {
      option_id: option?.id,
    })
    const collection = await post(
      "payment collection",
      "/store/payment-collections",
      { cart_id: cartId }
    )
    await post(
      "payment session",
      `/store/payment-collections/${part(collection, "payment_collection").id}/payment-sessions`,
      { provider_id: "pp_system_default" }
    )
    const done = await post("complete", `/store/carts/${cartId}/complete`, {})
    expectThat(
      done.type === "order" && typeof part(done, "order").id === "string",
      `Completing the cart made no order: ${JSON.stringify(done).slice(0, 300)}`
    )
  },
}

/** Open orders of one phone are limited, so every shopper has their own. */
const phoneOf = ({ random }: Shopper) =>
  `+2547${String(Math.floor(random() * 1e8)).padStart(8, "0")}`

async function buyInOneCall(shopper: Shopper, step: Step) {
  const { client, facts, random } = shopper
  const region = regionOf(shopper)
  const phone = phoneOf(shopper)
  const answer = await step("checkout", () =>
    client.post("/store/checkout", {
      items: [
        {
          variant_id:
            facts.variants[popularIndex(random, facts.variants.length)],
          quantity: 1,
        },
      ],
      region_id: region.id,
      email: "bench@example.com",
      phone,
      shipping_address: { ...ADDRESS, country_code: region.country },
      payment: { method: "cash" },
    })
  )
  expectThat(
    answer.status === 201 && !!part(answer.body, "order").id,
    `The checkout made no order: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`
  )
}

/** The same order either way: in one call where there is one, in eight else. */
const order: Work = {
  name: "order",
  title: "An order: one call against eight",
  run: (shopper, step) =>
    shopper.facts.one_call
      ? buyInOneCall(shopper, step)
      : checkout.run(shopper, step),
}

export const WORKS: readonly Work[] = [
  list,
  product,
  search,
  warmList,
  warmProduct,
  cart,
  checkout,
  order,
]
