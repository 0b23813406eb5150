import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type Client, openClient } from "../lib/client"
import { type Facts, seededShopper, type Step, WORKS } from "../lib/works"

const facts: Facts = {
  publishable_key: "pk_test",
  one_call: false,
  products: 24,
  variants: ["variant_1", "variant_2"],
  regions: [{ country: "ke", id: "reg_ke" }],
}

const product = (index: number) => ({
  handle: `bench-product-${index}`,
  title: `Aso Watch ${index}`,
  variants: [{ calculated_price: { calculated_amount: 100 } }],
})

type Heard = { call: string; key?: string; body: unknown }

/** A store API with just enough behind it; `say` changes its answers. */
class FakeStore {
  readonly heard: Heard[] = []
  private readonly changed = new Map<string, [status: number, body: object]>()
  private server?: Server
  client?: Client
  tag = '"one"'

  say(call: string, status: number, body: object) {
    this.changed.set(call, [status, body])
  }

  forget() {
    this.heard.splice(0)
    this.changed.clear()
  }

  private answer(call: string, query: URLSearchParams): [number, object] {
    const changed = this.changed.get(call)
    if (changed) {
      return changed
    }
    const products = query.get("handle")
      ? [{ ...product(1), handle: query.get("handle") }]
      : Array.from({ length: 12 }, (_, index) => ({
          ...product(index),
          title: `${query.get("q") ?? "Aso"} ${index}`,
        }))
    const answers: Record<string, object> = {
      "GET /store/products": { products },
      "POST /store/carts": { cart: { id: "cart_1" } },
      "POST /store/carts/cart_1/line-items": { cart: { items: [{}] } },
      "POST /store/carts/cart_1": { cart: {} },
      "GET /store/shipping-options": {
        shipping_options: [{ id: "so_1", name: "Standard delivery" }],
      },
      "POST /store/carts/cart_1/shipping-methods": { cart: {} },
      "POST /store/payment-collections": {
        payment_collection: { id: "pay_1" },
      },
      "POST /store/payment-collections/pay_1/payment-sessions": {},
      "POST /store/carts/cart_1/complete": {
        type: "order",
        order: { id: "order_1" },
      },
    }
    return answers[call] ? [200, answers[call]] : [404, { message: call }]
  }

  async open() {
    this.server = createServer((incoming, outgoing) => {
      let text = ""
      incoming.on("data", (chunk) => (text += chunk))
      incoming.once("end", () => {
        const url = new URL(incoming.url ?? "/", "http://localhost")
        const call = `${incoming.method} ${url.pathname}`
        this.heard.push({
          call: call + url.search,
          key: incoming.headers["x-publishable-api-key"] as string,
          body: text ? JSON.parse(text) : undefined,
        })
        const [status, body] = this.answer(call, url.searchParams)
        outgoing.writeHead(status, {
          "content-type": "application/json",
          etag: this.tag,
        })
        outgoing.end(JSON.stringify(body))
      })
    })
    await new Promise<void>((done) => this.server?.listen(0, "127.0.0.1", done))
    const { port } = this.server.address() as AddressInfo
    this.client = openClient(
      `http://127.0.0.1:${port}`,
      { "x-publishable-api-key": facts.publishable_key },
      1
    )
  }

  async close() {
    this.client?.close()
    await new Promise((done) => this.server?.close(done))
  }
}

const store = new FakeStore()
beforeAll(() => store.open())
afterAll(() => store.close())
beforeEach(() => store.forget())

async function run(name: string, known = facts) {
  const work = WORKS.find((entry) => entry.name === name)
  const steps: string[] = []
  const step: Step = (title, call) => {
    steps.push(title)
    return call()
  }
  const shopper = seededShopper(store.client as Client, known, 1)
  await work?.run(shopper, step)
  return steps
}

describe("the work that is measured", () => {
  it("asks for a page of priced products", async () => {
    expect(await run("list")).toEqual(["list"])
    expect(store.heard).toHaveLength(1)
    expect(store.heard[0]?.key).toBe("pk_test")
    expect(store.heard[0]?.call).toMatch(
      /^GET \/store\/products\?region_id=reg_ke&fields=\*variants.calculated_price&limit=12&offset=(0|12)&created_at%5B%24gt%5D=2000-/
    )
  })

  it("asks for one product, and for a word", async () => {
    await run("product")
    await run("search")
    expect(store.heard[0]?.call).toMatch(/&handle=bench-product-\d+&limit=1&/)
    expect(store.heard[1]?.call).toMatch(/&q=[A-Z][a-z]+&limit=12&/)
  })

  it("asks for no page twice in the same words, so that no cache has it", async () => {
    for (let time = 0; time < 20; time += 1) {
      await run("list")
    }
    expect(new Set(store.heard.map(({ call }) => call)).size).toBe(20)
  })

  it("asks for the same pages again, and takes no other for them", async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await run("warm-list")).toEqual(["warm list"])
    }
    expect(new Set(store.heard.map(({ call }) => call)).size).toBe(1)
    store.tag = '"another"'
    await expect(run("warm-list")).rejects.toThrow(
      'The page was another one: 200 "another".'
    )
  })

  it("buys in eight calls", async () => {
    expect(await run("checkout")).toEqual([
      "create cart",
      "add item",
      "set address",
      "list shipping",
      "set shipping",
      "payment collection",
      "payment session",
      "complete",
    ])
    expect(store.heard.map(({ call }) => call)).toEqual([
      "POST /store/carts",
      "POST /store/carts/cart_1/line-items",
      "POST /store/carts/cart_1",
      "GET /store/shipping-options?cart_id=cart_1",
      "POST /store/carts/cart_1/shipping-methods",
      "POST /store/payment-collections",
      "POST /store/payment-collections/pay_1/payment-sessions",
      "POST /store/carts/cart_1/complete",
    ])
    expect(store.heard[4]?.body).toEqual({ option_id: "so_1" })
    expect(store.heard[6]?.body).toEqual({ provider_id: "pp_system_default" })
  })

  it("orders in one call where there is one, else in eight", async () => {
    store.say("POST /store/checkout", 201, { order: { id: "order_1" } })
    const oneCall = { ...facts, one_call: true }
    expect(await run("order", oneCall)).toEqual(["checkout"])
    expect(store.heard.map(({ call }) => call)).toEqual([
      "POST /store/checkout",
    ])
    expect(store.heard[0]?.body).toMatchObject({
      region_id: "reg_ke",
      payment: { method: "cash" },
    })
    store.forget()
    expect(await run("order")).toHaveLength(8)

    store.say("POST /store/checkout", 400, { code: "cart_empty" })
    await expect(run("order", oneCall)).rejects.toThrow(
      'The checkout made no order: 400 {"code":"cart_empty"}'
    )
  })

  it("chooses the same for the same seed", async () => {
    await run("cart")
    await run("cart")
    expect(store.heard[1]?.body).toEqual(store.heard[3]?.body)
  })

  it("does not take a wrong answer for work", async () => {
    store.say("GET /store/products", 200, {
      products: [{ handle: "x", variants: [{ calculated_price: null }] }],
    })
    await expect(run("list")).rejects.toThrow(
      "A product came without the prices of its variants."
    )
    store.say("GET /store/products", 200, { products: [] })
    await expect(run("list")).rejects.toThrow(
      "The list held 0 products, not 12."
    )
    store.say("GET /store/products", 429, { code: "too_many" })
    await expect(run("search")).rejects.toThrow(
      'The product list answered 429: {"code":"too_many"}'
    )
    store.say("POST /store/carts/cart_1/complete", 200, { type: "cart" })
    await expect(run("checkout")).rejects.toThrow(
      'Completing the cart made no order: {"type":"cart"}'
    )
  })
})
