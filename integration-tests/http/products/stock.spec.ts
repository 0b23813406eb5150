import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import type { ErrorBody } from "../../../src/api/frame/errors/body"

const shop = useShop()

type Reply = ErrorBody & {
  stock: {
    variant_id: string
    location_id: string
    stocked_quantity: number
    reserved_quantity: number
    available_quantity: number
  }
}

const count = (id: string, body: object) =>
  shop.admin<Reply>(`/products/${id}/stock`, { body })

const levels = (product: HttpTypes.AdminProduct, at = 0) =>
  shop.sql<{ stocked: number; reserved: number; location_id: string }>(
    `select l.stocked_quantity::int as stocked,
       l.reserved_quantity::int as reserved, l.location_id
     from inventory_level l
     join product_variant_inventory_item i
       on i.inventory_item_id = l.inventory_item_id
     where i.variant_id = $1 and l.deleted_at is null order by l.created_at`,
    [product.variants?.[at].id]
  )

const fieldsOf = ({ status, body }: { status: number; body: Reply }) => [
  status,
  body.code,
  body.details?.map(({ field }) => field),
]

it("sets how many there are, up and down and to nothing", async () => {
  const product = await shop.fixtures.product({ stock: 10 })
  const [{ location_id }] = await levels(product)

  for (const stock of [25, 3, 0]) {
    const { status, body } = await count(product.id, { stock })

    expect(status).toBe(200)
    expect(body.stock).toEqual({
      variant_id: product.variants?.[0].id,
      location_id,
      stocked_quantity: stock,
      reserved_quantity: 0,
      available_quantity: stock,
    })
    expect(await levels(product)).toEqual([
      { stocked: stock, reserved: 0, location_id },
    ])
  }
})

it("asks which of several variants, and changes only that one", async () => {
  const product = await shop.fixtures.product({
    variants: [{ stock: 1 }, { stock: 2 }],
  })
  const variant_id = product.variants?.[1].id

  expect(fieldsOf(await count(product.id, { stock: 9 }))).toEqual([
    400,
    "variant_required",
    ["variant_id"],
  ])
  expect((await count(product.id, { stock: 9, variant_id })).status).toBe(200)
  expect(await levels(product, 0)).toMatchObject([{ stocked: 1 }])
  expect(await levels(product, 1)).toMatchObject([{ stocked: 9 }])
})

it("asks which of several locations, and makes a place for it", async () => {
  const product = await shop.fixtures.product({ stock: 4 })
  const [{ location_id }] = await levels(product)
  const others = await shop.sql<{ id: string }>(
    "select id from stock_location where id <> $1 and deleted_at is null",
    [location_id]
  )
  const second = others[0].id

  const made = await count(product.id, { stock: 6, location_id: second })
  const asked = await count(product.id, { stock: 7 })

  expect(made.body.stock).toMatchObject({
    location_id: second,
    stocked_quantity: 6,
  })
  expect(fieldsOf(asked)).toEqual([400, "location_required", ["location_id"]])
  expect(await levels(product)).toMatchObject([
    { stocked: 4, location_id },
    { stocked: 6, location_id: second },
  ])
})

it("never goes below what is reserved", async () => {
  const product = await shop.fixtures.product({ stock: 5 })
  const variant_id = product.variants?.[0].id ?? ""
  await shop.fixtures.order({ items: [{ variant_id, quantity: 3 }] })

  const below = await count(product.id, { stock: 2 })

  expect(fieldsOf(below)).toEqual([400, "below_reserved", ["stock"]])
  expect(await levels(product)).toMatchObject([{ stocked: 5, reserved: 3 }])
  const { body } = await count(product.id, { stock: 3 })
  expect(body.stock).toMatchObject({
    reserved_quantity: 3,
    available_quantity: 0,
  })
})

it.each([
  [{}, "stock"],
  [{ stock: -1 }, "stock"],
  [{ stock: 1.5 }, "stock"],
  [{ stock: "5" }, "stock"],
  [{ stock: 5, variant_id: "variant_other" }, "variant_id"],
  [{ stock: 5, location_id: "sloc_other" }, "location_id"],
  [{ stock: 5, reserved: 1 }, "reserved"],
])("refuses %j", async (body, field) => {
  const product = await shop.fixtures.product({ stock: 10 })

  expect(fieldsOf(await count(product.id, body))).toEqual([
    400,
    "invalid_data",
    [field],
  ])
  expect(await levels(product)).toMatchObject([{ stocked: 10 }])
})

it("refuses what is not counted, and what is not there", async () => {
  const product = await shop.fixtures.product({ stock: null })

  expect(fieldsOf(await count(product.id, { stock: 1 }))[1]).toBe(
    "stock_not_counted"
  )
  expect((await count(unique("prod"), { stock: 1 })).status).toBe(404)
})

it("holds against buyers who come at the same time", async () => {
  const product = await shop.fixtures.product({ stock: 10 })
  const variant_id = product.variants?.[0].id ?? ""
  const buyers = Array.from({ length: 4 }, () =>
    shop.fixtures.order({ items: [{ variant_id }] }).catch(() => undefined)
  )
  const counts = [2, 1, 3].map((stock) => count(product.id, { stock }))
  await Promise.all([...buyers, ...counts])

  const [{ stocked, reserved }] = await levels(product)
  expect(reserved).toBeLessThanOrEqual(stocked)
})
