import { MedusaError } from "@medusajs/framework/utils"
import {
  amounts,
  BOX_PRICES,
  boxBed,
  linesOf,
} from "../../http/original-box/bed"
import { checkoutBed } from "../../http/checkout/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

let shop: Shop
let bed: ReturnType<typeof boxBed>

beforeAll(async () => {
  ;({ shop } = await bootApp())
  bed = boxBed(shop)
}, 180_000)

const fail = async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
}

/** After the boxes were written, under the same lock. */
const laterFails = () =>
  runBefore("update-cart-promotions-as-step", fail, {
    workflow: "refresh-cart-items",
  })

const bound = (cart: string) =>
  shop.sql(
    `select watch_line_id, box_line_id from original_box_cart_line
      where cart_id = $1 and deleted_at is null`,
    [cart]
  )

async function cartWithBox(box?: object) {
  const product = await bed.watch({}, box)
  const id = await bed.emptyCart()
  const { body } = await bed.add(id, product.variant_id, { quantity: 2 })
  return { id, product, cart: body.cart }
}

describe("a change of a cart that fails after its boxes were written", () => {
  it("leaves no box where there was none", async () => {
    const product = await bed.watch()
    const id = await bed.emptyCart()
    laterFails()

    expect((await bed.add(id, product.variant_id)).status).toBe(400)

    expect((await bed.read(id)).items).toEqual([])
    expect(await bound(id)).toEqual([])
  })

  it.each(["quantity", "removal", "request", "price", "withdrawal"])(
    "leaves everything as it was: %s",
    async (what) => {
      const { id, product, cart } = await cartWithBox()
      const before = { lines: linesOf(cart), bound: await bound(id) }
      const line = bed.lineOf(cart, false).id
      const changes: Record<string, () => Promise<{ status: number }>> = {
        quantity: () => bed.change(id, line, { quantity: 5 }),
        removal: () => bed.remove(id, line),
        request: () =>
          bed.change(id, line, {
            quantity: 2,
            metadata: { original_box: false },
          }),
        price: () => bed.touch(id),
        withdrawal: () => bed.touch(id),
      }
      if (what === "price") {
        await bed.offer(product.id, { prices: amounts({ kes: 650 }) })
      }
      if (what === "withdrawal") {
        await bed.withdraw(product.id)
      }
      laterFails()

      expect((await changes[what]()).status).toBe(400)

      const after = await bed.read(id)
      expect(linesOf(after)).toEqual(before.lines)
      expect(await bound(id)).toEqual(before.bound)
      expect(after.metadata?.original_box_notices).toBeUndefined()
      expect(bed.lineOf(after, false).metadata).toEqual({ original_box: true })
    }
  )
})

describe("an order with a box", () => {
  const body = async (cart_id: string) => checkoutBed(shop).body({ cart_id })
  const checkout = (sent: object) => checkoutBed(shop).checkout(sent)
  const orders = (cart: string) =>
    shop.sql(
      "select 1 from order_cart where cart_id = $1 and deleted_at is null",
      [cart]
    )

  it.each([
    ["withdrawn", { offered: false }],
    ["made dearer", { prices: amounts({ kes: 9000 }) }],
  ])(
    "is not placed when the box is %s at the last moment",
    async (_, change) => {
      const { id, product } = await cartWithBox()
      const sent = await body(id)
      const race = runBefore("validate", () => bed.offer(product.id, change), {
        workflow: "complete-cart",
      })

      const { status, body: answer } = await checkout(sent)

      expect(race.happened()).toBe(true)
      expect({ status, code: answer.code }).toEqual({
        status: 400,
        code: "original_box_changed",
      })
      expect(await orders(id)).toEqual([])
    }
  )

  it("leaves no reservation when its payment fails", async () => {
    const { id, product } = await cartWithBox({
      prices: amounts(BOX_PRICES),
      own_stock: false,
    })
    const counted = await bed.offer(product.id, { own_stock: true })
    const item = counted.body.original_box?.inventory_item_id ?? ""
    await bed.stock(item, 5)
    const sent = await body(id)
    runBefore("authorize-payment-session-step", fail, {
      workflow: "complete-cart",
    })

    expect((await checkout(sent)).status).toBe(400)

    expect(await orders(id)).toEqual([])
    const [left] = await shop.sql(
      `select (select count(*)::int from reservation_item
                where inventory_item_id = $1 and deleted_at is null) as held,
              (select count(*)::int from original_box_order_line
                where inventory_item_id = $1 and deleted_at is null) as bound,
              (select sum(reserved_quantity)::int from inventory_level
                where inventory_item_id = $1) as reserved`,
      [item]
    )
    expect(left).toEqual({ held: 0, bound: 0, reserved: 0 })
    expect(linesOf(await bed.read(id))).toHaveLength(2)
  })
})

describe("an offer that cannot be saved", () => {
  it("leaves no prices and no stock", async () => {
    const { id } = await shop.fixtures.product()
    const count = async () =>
      shop.sql(
        `select (select count(*) from price_set) as sets,
                (select count(*) from inventory_item) as items,
                (select count(*) from original_box) as boxes`
      )
    const before = await count()
    runBefore("save-original-box", fail)

    const { status } = await bed.offer(id, {
      prices: amounts(BOX_PRICES),
      own_stock: true,
    })

    expect(status).toBe(400)
    expect(await count()).toEqual(before)
  })

  it("keeps its prices", async () => {
    const { id } = await shop.fixtures.product()
    await bed.offer(id, { prices: amounts({ kes: 500, usd: 5 }) })
    runBefore("save-original-box", fail)

    await bed.offer(id, { prices: amounts({ kes: 1, bdt: 1 }) })

    const { body } = await shop.admin<{ original_box: { prices: unknown } }>(
      `/products/${id}/original-box`
    )
    expect(body.original_box.prices).toEqual(amounts({ kes: 500, usd: 5 }))
  })
})
