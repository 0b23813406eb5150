import type { HttpTypes } from "@medusajs/framework/types"
import { useShop } from "../../support"
import { checkoutBed, expectRefused } from "../checkout/bed"
import { eventually } from "../mobile-money/bed"
import { amounts, BOX_PRICES, boxBed } from "./bed"

const shop = useShop()
const { watch, stock, add, emptyCart, read } = boxBed(shop)
const { body: checkoutBody, checkout } = checkoutBed(shop)

type Line = { id: string; title: string; quantity: number; box: boolean }

async function counted(left: number, price: object = BOX_PRICES) {
  const product = await watch(
    {},
    { prices: amounts(price as Record<string, number>), own_stock: true }
  )
  const place = await stock(product.item, left)
  return { ...product, place }
}

const levelOf = async (item: string) => {
  const rows = await shop.sql<{ stocked: number; reserved: number }>(
    `select sum(stocked_quantity)::float as stocked,
            sum(reserved_quantity)::float as reserved
       from inventory_level where inventory_item_id = $1
        and deleted_at is null`,
    [item]
  )
  return rows[0]
}

async function buy(variant_id: string, quantity = 2) {
  const { status, body } = await checkout(
    await checkoutBody({
      items: [{ variant_id, quantity, original_box: true }],
    })
  )
  expect(status).toBe(201)
  return body.order as HttpTypes.StoreOrder
}

const linesOf = async (id: string): Promise<Line[]> => {
  const { body } = await shop.admin<HttpTypes.AdminOrderResponse>(
    `/orders/${id}?fields=*items`
  )
  return body.order.items
    .map(({ id, title, quantity, variant_id }) => ({
      id,
      title,
      quantity,
      box: !variant_id,
    }))
    .sort((one, two) => Number(one.box) - Number(two.box))
}

const ship = async (order: string) =>
  shop.admin(`/orders/${order}/fulfillments`, {
    body: {
      items: (await linesOf(order)).map(({ id, quantity }) => ({
        id,
        quantity,
      })),
    },
  })

describe("the box of an order", () => {
  it("is bound to its watch, and reserved", async () => {
    const product = await counted(5)
    const order = await buy(product.variant_id)
    const [line, box] = await linesOf(order.id)

    expect([line.title, box.title]).toEqual([product.title, product.box])
    const bound = await shop.sql(
      `select watch_line_id, box_line_id, inventory_item_id
         from original_box_order_line where order_id = $1`,
      [order.id]
    )
    expect(bound).toEqual([
      {
        watch_line_id: line.id,
        box_line_id: box.id,
        inventory_item_id: product.item,
      },
    ])
    const { body } = await shop.admin<HttpTypes.AdminOrderResponse>(
      `/orders/${order.id}?fields=*items,*items.order_box`
    )
    expect(body.order.items.find(({ id }) => id === box.id)).toMatchObject({
      metadata: { original_box_of: line.id },
      order_box: { watch_line_id: line.id },
    })
    expect(await levelOf(product.item)).toEqual({ stocked: 5, reserved: 2 })
  })

  it("leaves the stock when it is shipped, and comes back when it is cancelled", async () => {
    const product = await counted(5)
    const shipped = await buy(product.variant_id)
    const cancelled = await buy(product.variant_id)
    expect(await levelOf(product.item)).toEqual({ stocked: 5, reserved: 4 })

    expect((await ship(shipped.id)).status).toBe(200)
    expect(await levelOf(product.item)).toEqual({ stocked: 3, reserved: 2 })

    await shop.admin(`/orders/${cancelled.id}/cancel`, { method: "POST" })
    expect(await levelOf(product.item)).toEqual({ stocked: 3, reserved: 0 })
  })

  it("goes back with its watch, and into stock again", async () => {
    const product = await counted(5)
    const order = await buy(product.variant_id)
    await ship(order.id)
    const [line, box] = await linesOf(order.id)
    type Return = { return: { id: string }; code?: string }
    const begun = await shop.admin<Return>("/returns", {
      body: { order_id: order.id, location_id: product.place },
    })
    const id = begun.body.return.id

    const asked = await shop.admin(`/returns/${id}/request-items`, {
      body: { items: [{ id: line.id, quantity: 1 }] },
    })
    expect(asked.status).toBe(200)
    await shop.admin(`/returns/${id}/request`, { body: {} })
    const going = await shop.sql(
      "select item_id, quantity::float as quantity from return_item where return_id = $1",
      [id]
    )
    expect(going).toEqual(
      expect.arrayContaining([
        { item_id: line.id, quantity: 1 },
        { item_id: box.id, quantity: 1 },
      ])
    )
    expect(going).toHaveLength(2)

    await shop.admin(`/returns/${id}/receive`, { body: {} })
    await shop.admin(`/returns/${id}/receive-items`, {
      body: {
        items: [
          { id: line.id, quantity: 1 },
          { id: box.id, quantity: 1 },
        ],
      },
    })
    const received = await shop.admin(`/returns/${id}/receive/confirm`, {
      body: {},
    })
    expect(received.status).toBe(200)
    await eventually(
      "a box in stock",
      async () => (await levelOf(product.item)).stocked === 4
    )
    const rows = await shop.sql<{ restocked: number }>(
      "select restocked from original_box_order_line where order_id = $1",
      [order.id]
    )
    expect(rows).toEqual([{ restocked: 1 }])
  })

  it("changes with its watch when the order is edited", async () => {
    const product = await counted(5)
    const order = await buy(product.variant_id, 1)
    const [line, box] = await linesOf(order.id)
    await shop.admin("/order-edits", { body: { order_id: order.id } })

    const refused = await shop.admin<{ code: string }>(
      `/order-edits/${order.id}/items/item/${box.id}`,
      { body: { quantity: 4 } }
    )
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 400,
      code: "original_box_follows_watch",
    })
    const short = await shop.admin<{ code: string }>(
      `/order-edits/${order.id}/items/item/${line.id}`,
      { body: { quantity: 9 } }
    )
    expect({ status: short.status, code: short.body.code }).toEqual({
      status: 400,
      code: "insufficient_inventory",
    })

    const changed = await shop.admin(
      `/order-edits/${order.id}/items/item/${line.id}`,
      { body: { quantity: 3 } }
    )
    expect(changed.status).toBe(200)
    await shop.admin(`/order-edits/${order.id}/request`, { body: {} })
    const done = await shop.admin(`/order-edits/${order.id}/confirm`, {
      body: {},
    })

    expect(done.status).toBe(200)
    expect((await linesOf(order.id)).map(({ quantity }) => quantity)).toEqual([
      3, 3,
    ])
    await eventually(
      "three reserved boxes",
      async () => (await levelOf(product.item)).reserved === 3
    )
  })

  it("is paid back with a refund", async () => {
    const product = await watch()
    const order = await shop.fixtures.order({
      items: [
        { variant_id: product.variant_id, metadata: { original_box: true } },
      ],
    })
    const { body } = await shop.admin<HttpTypes.AdminOrderResponse>(
      `/orders/${order.id}?fields=*payment_collections.payments`
    )
    const payment = body.order.payment_collections?.[0].payments?.[0].id
    await shop.admin(`/payments/${payment}/capture`, { body: {} })

    const refund = await shop.admin<{ payment: { refunds: unknown[] } }>(
      `/payments/${payment}/refund`,
      { body: { amount: 500 } }
    )

    expect(refund.status).toBe(200)
    expect(refund.body.payment.refunds).toMatchObject([{ amount: 500 }])
  })
})

describe("boxes that are counted", () => {
  it("are not put into a cart when too few are left", async () => {
    const product = await counted(2)
    const id = await emptyCart()
    await add(id, product.variant_id, { quantity: 2 })

    const { status, body } = await add(id, product.variant_id, { quantity: 1 })

    expect({ status, code: body.code, details: body.details }).toEqual({
      status: 400,
      code: "insufficient_inventory",
      details: [
        {
          field: "metadata.original_box",
          message: "only 2 original boxes left",
          available: 2,
        },
      ],
    })
    expect((await read(id)).items?.map(({ quantity }) => quantity)).toEqual([
      2, 2,
    ])
  })

  it("are not sold when another was faster", async () => {
    const product = await counted(2)
    const id = await emptyCart()
    await add(id, product.variant_id, { quantity: 2 })
    await buy(product.variant_id, 1)
    const sent = await checkoutBody({ cart_id: id })

    await expectRefused(shop, () => checkout(sent), {
      status: 400,
      code: "insufficient_inventory",
      details: [
        {
          field: "metadata.original_box",
          message: "only 1 original boxes left",
          available: 1,
        },
      ],
    })
    expect(await levelOf(product.item)).toEqual({ stocked: 2, reserved: 1 })
  })

  it("are sold once, of five who want the last", async () => {
    const product = await counted(1)
    const bodies = await Promise.all(
      Array.from({ length: 5 }, () =>
        checkoutBody({
          items: [
            { variant_id: product.variant_id, quantity: 1, original_box: true },
          ],
        })
      )
    )

    const answers = await Promise.all(bodies.map((sent) => checkout(sent)))

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(
      answers
        .filter(({ status }) => status !== 201)
        .map(({ body }) => body.code)
    ).toEqual(Array(4).fill("insufficient_inventory"))
    expect(await levelOf(product.item)).toEqual({ stocked: 1, reserved: 1 })
    const orders = await shop.sql(
      "select 1 from original_box_order_line where inventory_item_id = $1",
      [product.item]
    )
    expect(orders).toHaveLength(1)
  }, 180_000)
})
