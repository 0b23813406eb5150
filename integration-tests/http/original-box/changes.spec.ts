import { useShop } from "../../support"
import { checkoutBed, expectRefused } from "../checkout/bed"
import { amounts, boxBed, linesOf } from "./bed"

const shop = useShop()
const bed = boxBed(shop)
const { watch, emptyCart, add, change, remove, read, lineOf, touch } = bed
const { body: checkoutBody, checkout } = checkoutBed(shop)

async function cartWithBox(product?: Awaited<ReturnType<typeof watch>>) {
  const sold = product ?? (await watch())
  const id = await emptyCart()
  const { body } = await add(id, sold.variant_id, { quantity: 2 })
  return { id, product: sold, cart: body.cart }
}

describe("a cart whose box has changed", () => {
  it("has the new price when it is next touched, and says so", async () => {
    const { id, product, cart } = await cartWithBox()
    await bed.offer(product.id, { prices: amounts({ kes: 650 }) })
    expect(linesOf(await read(id))[1].unit_price).toBe(500)

    const { body } = await touch(id)

    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 2, unit_price: 2500, box: false },
      { title: product.box, quantity: 2, unit_price: 650, box: true },
    ])
    expect(body.cart.item_total).toBe(6300)
    expect(body.cart.metadata?.original_box_notices).toEqual([
      {
        code: "original_box_repriced",
        line_id: lineOf(cart, false).id,
        product_id: product.id,
        title: product.box,
        currency_code: "kes",
        from: 500,
        to: 650,
      },
    ])
    const { body: read_ } = await touch(id, {
      metadata: { original_box_notices: "" },
    })
    expect(read_.cart.metadata?.original_box_notices).toBeUndefined()
  })

  it("loses a box that is withdrawn when it is next touched, and says so", async () => {
    const { id, product, cart } = await cartWithBox()
    await bed.withdraw(product.id)

    const { body } = await change(id, lineOf(cart, false).id, { quantity: 1 })

    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 1, unit_price: 2500, box: false },
    ])
    expect(lineOf(body.cart, false).metadata).toEqual({})
    expect(body.cart.metadata?.original_box_notices).toEqual([
      expect.objectContaining({
        code: "original_box_withdrawn",
        product_id: product.id,
        from: 500,
        to: null,
      }),
    ])
  })

  it.each(["ke", "bd", "in", "us"])("costs what it costs in %s", async (to) => {
    const { id, product } = await cartWithBox()
    const price = { ke: 500, bd: 400, in: 300.5, us: 9.99 }[to]
    const watchPrice = { ke: 2500, bd: 2200, in: 1600, us: 20 }[to]

    const { body } = await touch(id, { region_id: shop.seed.regions[to] })

    expect(linesOf(body.cart)).toEqual([
      { title: product.title, quantity: 2, unit_price: watchPrice, box: false },
      { title: product.box, quantity: 2, unit_price: price, box: true },
    ])
    expect(body.cart.metadata?.original_box_notices).toBeUndefined()
    const [one, two] = body.cart.items ?? []
    expect(one.tax_lines?.map(({ rate }) => rate)).toEqual(
      two.tax_lines?.map(({ rate }) => rate)
    )
  })

  it("follows a price list", async () => {
    const { id, product } = await cartWithBox()
    const { body: made } = await shop.admin<{ price_list: { id: string } }>(
      "/price-lists",
      {
        body: {
          title: "Box week",
          description: "Boxes",
          type: "sale",
          status: "active",
        },
      }
    )
    await shop.sql(
      `insert into price (id, price_set_id, currency_code, amount, raw_amount,
                          rules_count, price_list_id)
       select 'price_' || $1, price_set_id, 'kes', 350,
              '{"value":"350","precision":20}', 0, $2
         from original_box where product_id = $1 and deleted_at is null`,
      [product.id, made.price_list.id]
    )

    const { body } = await touch(id)

    expect(lineOf(body.cart, true)).toMatchObject({
      unit_price: 350,
      compare_at_unit_price: 500,
    })
    await shop.admin(`/price-lists/${made.price_list.id}`, { method: "DELETE" })
    expect((await touch(id)).body.cart.item_total).toBe(6000)
  })

  it("is called in the language of the cart", async () => {
    const { id, product } = await cartWithBox()

    const { body } = await touch(id, { locale: "sw-KE" })

    expect(lineOf(body.cart, true).title).toBe(
      `Kasha halisi la ${product.title}`
    )
  })

  it("belongs to the customer who claims the cart", async () => {
    const { id, cart } = await cartWithBox()
    const customer = await shop.asCustomer()

    const { status } = await customer.store(`/carts/${id}/customer`, {
      body: {},
    })

    expect(status).toBe(200)
    expect(linesOf(await read(id))).toEqual(linesOf(cart))
  })
})

describe("paying for a box", () => {
  const changed = { status: 400, code: "original_box_changed" }
  const placed = async (sent: Record<string, unknown>) => {
    const answer = await checkout(await checkoutBody(sent))
    expect(answer.status).toBe(201)
    return answer.body.order as NonNullable<typeof answer.body.order>
  }

  it("is done in one call", async () => {
    const product = await watch()

    const order = await placed({
      items: [
        { variant_id: product.variant_id, quantity: 2, original_box: true },
        { variant_id: product.variant_id, quantity: 1 },
      ],
    })

    expect(
      linesOf(order).map(({ title, quantity, box }) => [title, quantity, box])
    ).toEqual(
      expect.arrayContaining([
        [product.title, 2, false],
        [product.title, 1, false],
        [product.box, 2, true],
      ])
    )
    expect(order.item_total).toBe(3 * 2500 + 2 * 500)
  })

  it("is refused at yesterday's price, and then goes on at today's", async () => {
    const { id, product } = await cartWithBox()
    await bed.offer(product.id, { prices: amounts({ kes: 650 }) })
    const sent = await checkoutBody({ cart_id: id })

    await expectRefused(shop, () => checkout(sent), changed)

    const shown = await read(id)
    expect(shown.item_total).toBe(6300)
    expect(shown.metadata?.original_box_notices).toHaveLength(1)
    const order = await placed(sent)
    expect(order.item_total).toBe(6300)
    expect(order.metadata?.original_box_notices).toBeUndefined()
  })

  it("is refused for a box that is withdrawn", async () => {
    const { id, product } = await cartWithBox()
    await bed.withdraw(product.id)
    const sent = await checkoutBody({ cart_id: id })

    const { status, body } = await checkout(sent)

    expect({ status, code: body.code }).toEqual(changed)
    const order = await placed(sent)
    expect(linesOf(order)).toEqual([
      { title: product.title, quantity: 2, unit_price: 2500, box: false },
    ])
  })

  it.each([
    ["a new price", { prices: amounts({ kes: 1 }) }],
    ["a withdrawal", { offered: false }],
  ])("is refused by core's /complete after %s", async (_, change_) => {
    const product = await watch()
    const ready = await shop.fixtures.cart({
      items: [
        {
          variant_id: product.variant_id,
          metadata: { original_box: true },
        },
      ],
    })
    const { body: made } = await shop.store<{
      payment_collection: { id: string }
    }>("/payment-collections", { body: { cart_id: ready.id } })
    await shop.store(
      `/payment-collections/${made.payment_collection.id}/payment-sessions`,
      { body: { provider_id: "pp_system_default" } }
    )
    await bed.offer(product.id, change_)

    const { status, body } = await shop.store<{ code: string }>(
      `/carts/${ready.id}/complete`,
      { method: "POST" }
    )

    expect({ status, code: body.code }).toEqual(changed)
    const orders = await shop.sql(
      "select 1 from order_cart where cart_id = $1",
      [ready.id]
    )
    expect(orders).toEqual([])
  })

  it("asks a phone for whole shillings", async () => {
    const product = await watch({}, { prices: amounts({ kes: 499.5 }) })

    const order = await placed({
      items: [
        { variant_id: product.variant_id, quantity: 2, original_box: true },
      ],
      payment: { method: "mpesa" },
    })

    const attempts = await shop.sql<{ amount: number }>(
      `select a.amount::float as amount from payment_attempt a
         join awaited_payment w on w.id = a.awaited_id where w.order_id = $1`,
      [order.id]
    )
    expect(order.item_total).toBe(5999)
    expect(attempts).toEqual([{ amount: order.total }])
    expect(Number.isInteger(order.total)).toBe(true)
  })
})

describe("promotions", () => {
  it("leave a box alone unless the shop says otherwise", async () => {
    const { id } = await cartWithBox()
    const code = `BOX${Date.now()}`
    await shop.admin("/promotions", {
      body: {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "items",
          allocation: "across",
          value: 10,
        },
      },
    })

    const { body } = await touch(id, { promo_codes: [code] })

    expect(body.cart.promotions).toMatchObject([{ code }])
    expect(
      (body.cart.items ?? []).map((line) => [
        !line.variant_id,
        line.adjustments?.reduce((sum, { amount }) => sum + Number(amount), 0),
      ])
    ).toEqual(
      expect.arrayContaining([
        [false, expect.closeTo(500 / 1.16, 6)],
        [true, 0],
      ])
    )
    expect(body.cart.item_total).toBe(5500)
  })
})

describe("many changes at once", () => {
  it("leave as many boxes as watches", async () => {
    const product = await watch()
    const id = await emptyCart()
    const { body } = await add(id, product.variant_id)
    const line = lineOf(body.cart, false).id

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        turn % 4 === 3
          ? change(id, line, { quantity: turn })
          : turn % 7 === 6
            ? remove(id, line)
            : add(id, product.variant_id, { quantity: 1 })
      )
    )

    expect(
      answers.filter(({ status }) => status === 200).length
    ).toBeGreaterThan(0)
    const lines = linesOf(await read(id))
    const count = (box: boolean) =>
      lines.filter((one) => one.box === box).map(({ quantity }) => quantity)
    expect(count(true)).toEqual(count(false))
    const bound = await shop.sql<{ alive: string }>(
      `select count(*) as alive from original_box_cart_line b
         join cart_line_item l on l.id = b.box_line_id and l.deleted_at is null
        where b.cart_id = $1 and b.deleted_at is null`,
      [id]
    )
    expect(Number(bound[0].alive)).toBe(count(true).length)
  })
})
