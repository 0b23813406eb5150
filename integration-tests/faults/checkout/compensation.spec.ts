import type { HttpTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"
import { checkoutBed, rows } from "../../http/checkout/bed"

let shop: Shop

beforeAll(async () => {
  ;({ shop } = await bootApp())
})

const fail = async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
}

const failed = { status: 400, message: "A later step failed." }

const reserved = async (variant_id: string) => {
  const [level] = await shop.sql<{ reserved: number }>(
    `select l.reserved_quantity::int as reserved from inventory_level l
       join product_variant_inventory_item i
         on i.inventory_item_id = l.inventory_item_id
      where i.variant_id = $1`,
    [variant_id]
  )
  return level.reserved
}

/** What a shopper sees of a cart, without what a recount may write anew. */
const cartOf = async (id: string) => {
  const { body } = await shop.store<HttpTypes.StoreCartResponse>(
    `/carts/${id}?fields=*shipping_address,*billing_address,*shipping_methods,*promotions,metadata`
  )
  return JSON.parse(
    JSON.stringify(body.cart, (key, value: unknown) =>
      key === "updated_at" || key === "created_at" ? undefined : value
    )
  ) as HttpTypes.StoreCart
}

// Every place at which core's workflows hand over to the next.
const LATER_STEPS: [string, string][] = [
  ["choose-shipping", "ship-cart"],
  ["read-payable-cart", "open-payment"],
  ["ask-card", "place-composed-order"],
  ["complete-cart-as-step", "place-composed-order"],
  ["authorize-payment-session-step", "complete-cart"],
  ["open-cash-collection", "checkout"],
  // Hooks are steps: this is a plugin that refuses, early and late.
  ["validate", "checkout"],
  ["orderPlaced", "checkout"],
]

describe("a checkout whose later step fails", () => {
  it.each(LATER_STEPS)(
    "before %s leaves nothing of a cart it has made",
    async (step, workflow) => {
      const { body, checkout, variantOf } = checkoutBed(shop)
      const variant_id = await variantOf({ stock: 5 })
      const sent = await body({ items: [{ variant_id, quantity: 2 }] })
      const before = await rows(shop)
      const race = runBefore(step, fail, { workflow })

      const { status, body: answer } = await checkout(sent, {
        headers: { "idempotency-key": unique("key") },
      })

      expect(race.happened()).toBe(true)
      expect({ status, message: answer.message }).toEqual(failed)
      expect(await rows(shop)).toEqual(before)
      expect(await reserved(variant_id)).toBe(0)
      expect((await checkout(sent)).status).toBe(201)
    }
  )

  it.each(LATER_STEPS)(
    "before %s leaves a cart that was sent as it was",
    async (step, workflow) => {
      const { body, checkout } = checkoutBed(shop)
      const { id } = await shop.fixtures.cart()
      await shop.store(`/carts/${id}`, { body: { metadata: { gift: true } } })
      const cart = await cartOf(id)
      const sent = await body({ cart_id: id, note: "At the back door" })
      const before = await rows(shop)
      const race = runBefore(step, fail, { workflow })

      const { status, body: answer } = await checkout(sent)

      expect(race.happened()).toBe(true)
      expect({ status, message: answer.message }).toEqual(failed)
      expect(await cartOf(id)).toEqual(cart)
      expect(await rows(shop)).toEqual(before)
      expect((await checkout(sent)).status).toBe(201)
    }
  )
})

describe("asking for the money", () => {
  it("may fail: the order stays, waits, and the answer says so", async () => {
    const { body, checkout } = checkoutBed(shop)
    const race = runBefore("ask-for-payment", () =>
      Promise.reject(new Error("The provider is away."))
    )

    const { status, body: answer } = await checkout(await body())

    expect(race.happened()).toBe(true)
    expect({ status, answer }).toMatchObject({
      status: 201,
      answer: {
        order: { id: expect.stringMatching(/^order_/) },
        payment: { method: "cash", state: "pending" },
      },
    })
  })
})

describe("stock that goes while a checkout runs", () => {
  it("is answered with what is left", async () => {
    const { body, checkout, variantOf } = checkoutBed(shop)
    const variant_id = await variantOf({ stock: 3 })
    const items = [{ variant_id, quantity: 2 }]
    const [one, other] = [await body({ items }), await body({ items })]
    const race = runBefore(
      "complete-cart-as-step",
      async () => {
        expect((await checkout(other)).status).toBe(201)
      },
      { workflow: "place-composed-order" }
    )

    const { status, body: answer } = await checkout(one)

    expect(race.happened()).toBe(true)
    expect({ status, code: answer.code, details: answer.details }).toEqual({
      status: 400,
      code: "insufficient_inventory",
      details: [
        {
          field: "items.0",
          message: "only 1 left",
          variant_id,
          available: 1,
        },
      ],
    })
    expect(await reserved(variant_id)).toBe(2)
  })
})
