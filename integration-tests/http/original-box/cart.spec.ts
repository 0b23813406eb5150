import { useShop } from "../../support"
import { boxBed, linesOf } from "./bed"

const shop = useShop()
const { watch, emptyCart, add, change, remove, read, lineOf, touch } =
  boxBed(shop)

async function cartWithBox(quantity = 1) {
  const product = await watch()
  const id = await emptyCart()
  const { body } = await add(id, product.variant_id, { quantity })
  return { id, product, cart: body.cart }
}

describe("a line that asks for its box", () => {
  it("gets a line for it, at the price of the server", async () => {
    const product = await watch()
    const id = await emptyCart()

    const { status, body } = await add(id, product.variant_id, { quantity: 2 })

    expect(status).toBe(200)
    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 2, unit_price: 2500, box: false },
      { title: product.box, quantity: 2, unit_price: 500, box: true },
    ])
    expect(lineOf(body.cart, true).metadata).toEqual({
      original_box_of: lineOf(body.cart, false).id,
    })
    // Kenya's prices contain 16 % tax.
    expect(body.cart).toMatchObject({
      item_total: 6000,
      tax_total: expect.closeTo(6000 - 6000 / 1.16, 6),
    })
  })

  it("is added up with an equal one, and its box with it", async () => {
    const { id, product } = await cartWithBox()

    const { body } = await add(id, product.variant_id, { quantity: 3 })

    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 4, unit_price: 2500, box: false },
      { title: product.box, quantity: 4, unit_price: 500, box: true },
    ])
  })

  it("is another line than one that does not ask", async () => {
    const { id, product } = await cartWithBox()

    const { body } = await add(id, product.variant_id, { metadata: null })

    expect(
      linesOf(body.cart).map(({ quantity, box }) => [quantity, box])
    ).toEqual([
      [1, false],
      [1, false],
      [1, true],
    ])
  })

  it("has its box at once in a cart that is made with lines", async () => {
    const product = await watch()

    const { body } = await shop.store<{ cart: { id: string } }>("/carts", {
      body: {
        region_id: shop.seed.regions.ke,
        items: [
          {
            variant_id: product.variant_id,
            quantity: 3,
            metadata: { original_box: true, original_box_of: "x" },
          },
        ],
      },
    })

    const cart = await read(body.cart.id)
    expect(linesOf(cart)).toEqual([
      { title: product.title, quantity: 3, unit_price: 2500, box: false },
      { title: product.box, quantity: 3, unit_price: 500, box: true },
    ])
    expect(cart.item_total).toBe(9000)
  })

  it("may begin to ask, and stop", async () => {
    const product = await watch()
    const id = await emptyCart()
    const { body: plain } = await add(id, product.variant_id, {
      metadata: null,
    })
    const line = lineOf(plain.cart, false).id

    const { body: asked } = await change(id, line, {
      quantity: 1,
      metadata: { original_box: true },
    })
    expect(asked.cart.items).toHaveLength(2)

    const { body: stopped } = await change(id, line, {
      quantity: 1,
      metadata: { original_box: false },
    })
    expect(linesOf(stopped.cart)).toEqual([
      { title: product.title, quantity: 1, unit_price: 2500, box: false },
    ])
    expect(lineOf(stopped.cart, false).metadata).toEqual({})
  })
})

describe("the box of a line", () => {
  it("follows its quantity and its removal", async () => {
    const { id, cart, product } = await cartWithBox()
    const line = lineOf(cart, false).id

    const { body: more } = await change(id, line, { quantity: 5 })
    expect(linesOf(more.cart)).toEqual([
      { title: product.title, quantity: 5, unit_price: 2500, box: false },
      { title: product.box, quantity: 5, unit_price: 500, box: true },
    ])

    const { body: gone } = await remove(id, line)
    expect(gone.parent.items).toEqual([])
    expect(gone.parent.total).toBe(0)
  })

  it("is gone with a quantity of none", async () => {
    const { id, cart } = await cartWithBox()

    const { body } = await change(id, lineOf(cart, false).id, { quantity: 0 })

    expect(body.cart.items).toEqual([])
  })

  it("may be given back, and asked for again", async () => {
    const { id, cart, product } = await cartWithBox()

    const { body } = await remove(id, lineOf(cart, true).id)

    expect(linesOf(body.parent)).toEqual([
      { title: product.title, quantity: 1, unit_price: 2500, box: false },
    ])
    expect(lineOf(body.parent, false).metadata).toEqual({})
    expect((await touch(id)).body.cart.items).toHaveLength(1)

    const { body: again } = await change(id, lineOf(cart, false).id, {
      quantity: 2,
      metadata: { original_box: true },
    })
    expect(linesOf(again.cart)).toEqual([
      { title: product.title, quantity: 2, unit_price: 2500, box: false },
      { title: product.box, quantity: 2, unit_price: 500, box: true },
    ])
  })

  it.each([
    { quantity: 3 },
    { quantity: 1, metadata: { original_box_of: "cali_other" } },
    { quantity: 0.5 },
  ])("does not take %j of its own", async (sent) => {
    const { id, cart } = await cartWithBox()

    const { status, body } = await change(id, lineOf(cart, true).id, sent)

    expect({ status, code: body.code, details: body.details }).toEqual({
      status: 400,
      code: "original_box_follows_watch",
      details: [{ field: "quantity", message: "follows the watch" }],
    })
    expect(linesOf(await read(id))).toEqual(linesOf(cart))
  })

  it("of two lines of one watch is each one's own", async () => {
    const { id, product } = await cartWithBox()
    const engraved = { original_box: true, engraving: "For Amina" }
    await add(id, product.variant_id, { quantity: 2, metadata: engraved })

    const cart = await read(id)
    const bound = (cart.items ?? [])
      .filter(({ variant_id }) => !variant_id)
      .map(({ quantity, metadata }) => ({
        quantity,
        of: cart.items?.find(({ id }) => id === metadata?.original_box_of)
          ?.metadata,
      }))
      .sort((one, two) => one.quantity - two.quantity)

    expect(bound).toEqual([
      { quantity: 1, of: { original_box: true } },
      { quantity: 2, of: engraved },
    ])
  })
})

describe("metadata", () => {
  it("of a shopper says nothing but that the box is wanted", async () => {
    const product = await watch()
    const id = await emptyCart()

    const { body } = await add(id, product.variant_id, {
      metadata: {
        original_box: true,
        original_box_of: "cali_1",
        original_box_price: 1,
        is_original_box: true,
        unit_price: 1,
        gift: "yes",
      },
    })

    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 1, unit_price: 2500, box: false },
      { title: product.box, quantity: 1, unit_price: 500, box: true },
    ])
    expect(lineOf(body.cart, false).metadata).toEqual({
      original_box: true,
      unit_price: 1,
      gift: "yes",
    })
  })

  it.each(["yes", 1, {}, [true]])(
    "that asks with %j is refused",
    async (asked) => {
      const product = await watch()
      const id = await emptyCart()

      const { status, body } = await add(id, product.variant_id, {
        metadata: { original_box: asked },
      })

      expect({ status, code: body.code, details: body.details }).toEqual({
        status: 400,
        code: "invalid_data",
        details: [
          { field: "metadata.original_box", message: "must be a boolean" },
        ],
      })
      expect((await read(id)).items).toEqual([])
    }
  )
})

describe("a product without a box", () => {
  const refused = {
    status: 400,
    code: "original_box_not_offered",
    details: [{ field: "metadata.original_box", message: "is not offered" }],
  }

  it("is not sold with one", async () => {
    const product = await shop.fixtures.product()
    const variant_id = product.variants?.[0].id ?? ""
    const id = await emptyCart()

    const { status, body } = await add(id, variant_id)

    expect({ status, code: body.code, details: body.details }).toEqual(refused)
    expect((await read(id)).items).toEqual([])
    const made = await shop.store<{ code: string }>("/carts", {
      body: {
        region_id: shop.seed.regions.ke,
        items: [{ variant_id, quantity: 1, metadata: { original_box: true } }],
      },
    })
    expect({ status: made.status, code: made.body.code }).toEqual({
      status: 400,
      code: "original_box_not_offered",
    })
  })

  it("has none where its box has no price", async () => {
    const product = await watch(
      {},
      { prices: [{ currency_code: "usd", amount: 9 }] }
    )
    const id = await emptyCart("ke")

    const { status, body } = await add(id, product.variant_id)

    expect({ status, code: body.code, details: body.details }).toEqual(refused)
    const { body: abroad } = await add(
      await emptyCart("us"),
      product.variant_id
    )
    expect(linesOf(abroad.cart)[1]).toMatchObject({ unit_price: 9, box: true })
  })
})
