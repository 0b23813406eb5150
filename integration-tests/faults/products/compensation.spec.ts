import type { HttpTypes, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductsWorkflow,
  createProductVariantsWorkflow,
  deleteProductsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import type * as Product from "../../../src/workflows/product"
import type { ProductReply } from "../../http/products/bed"
import { WHOLE } from "../../http/products/bed"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

let shop: Shop
let container: MedusaContainer
/** They read the settings, which are those of the app once it is booted. */
let ours: typeof Product

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  ours = jest.requireActual("../../../src/workflows/product")
})

const laterStep = createStep("later", async (): Promise<StepResponse<void>> => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
})

type Runnable = ReturnWorkflow<object, unknown, never[]>

let turn = 0

/** Runs a workflow to its end, as a part of one that fails afterwards. */
async function runAndFail(workflow: object, input: object) {
  turn += 1
  const failing = createWorkflow(
    `test-failing-${turn}`,
    (given: WorkflowData<object>) => {
      ;(workflow as Runnable).runAsStep({ input: given })
      laterStep()
      return new WorkflowResponse(undefined)
    }
  )
  // The engine throws what it has stored: an error's text and no error.
  await expect(failing(container).run({ input })).rejects.toMatchObject({
    message: "A later step failed.",
  })
}

/** All that the workflows write, of everything there is. */
const written = async () => ({
  products: await shop.sql(
    "select id, title, handle, status from product where deleted_at is null order by id"
  ),
  profiles: await shop.sql(
    `select to_jsonb(p) - 'updated_at' as profile from product_profile p
      where deleted_at is null order by product_id`
  ),
  costs: await shop.sql(
    `select product_id, amount, currency_code from product_cost
      where deleted_at is null order by product_id`
  ),
  inactive: await shop.sql(
    `select variant_id from variant_profile
      where not active and deleted_at is null order by variant_id`
  ),
  variants: await shop.sql(
    `select id, title, sku from product_variant
      where deleted_at is null order by id`
  ),
  items: await shop.sql(
    "select id, sku from inventory_item where deleted_at is null order by id"
  ),
  levels: await shop.sql(
    `select inventory_item_id, location_id, stocked_quantity
       from inventory_level where deleted_at is null
      order by inventory_item_id, location_id`
  ),
})

const cost = { amount: 900.5, currency_code: "kes" }

const fresh = () => {
  const handle = unique("product")
  return {
    title: handle,
    handle,
    options: [{ title: "Kind", values: ["One"] }],
    variants: [{ title: "One", options: { Kind: "One" }, prices: [] }],
  }
}

type Setting = {
  product: HttpTypes.AdminProduct
  on: string
  off: string
}

/** A product without SKUs, with a profile and a variant that is off. */
async function setting(): Promise<Setting> {
  const product = await shop.fixtures.product({
    profile: { ...WHOLE, cost_price: cost, meta_title: unique("title") },
    variants: [{ title: "On" }, { title: "Off" }],
  })
  const [on, off] = (product.variants ?? []).map(({ id }) => id)
  await shop.admin(`/products/${product.id}/variants/${off}`, {
    body: { additional_data: { profile: { active: false } } },
  })
  await shop.sql(
    "update product_variant set sku = null where product_id = $1",
    [product.id]
  )
  return { product, on, off }
}

const changed = () => ({
  profile: {
    brand: "Other",
    meta_title: unique("title"),
    features: [],
    sku_prefix: "PRE",
    cost_price: { amount: 1, currency_code: "usd" },
  },
})

const changes: [
  string,
  () => object,
  (setting: Setting) => object | Promise<object>,
][] = [
  [
    "making products",
    () => createProductsWorkflow,
    () => ({ products: [fresh()], additional_data: changed() }),
  ],
  [
    "changing products",
    () => updateProductsWorkflow,
    ({ product }) => ({
      products: [{ id: product.id, title: "New" }],
      additional_data: changed(),
    }),
  ],
  [
    "deleting products",
    () => deleteProductsWorkflow,
    ({ product }) => ({ ids: [product.id] }),
  ],
  [
    "saving profiles",
    () => ours.saveProductProfilesWorkflow,
    ({ product }) => ({
      profiles: [{ product_id: product.id, data: changed().profile }],
    }),
  ],
  [
    "a batch of products",
    () => ours.batchProductsWithProfilesWorkflow,
    ({ product }) => ({
      batch: {
        create: [fresh()],
        update: [{ id: product.id, title: "New" }],
      },
      changes: [],
      profiles: { create: [changed().profile], update: [changed().profile] },
    }),
  ],
  [
    "making variants",
    () => createProductVariantsWorkflow,
    async ({ product, off }) => {
      await shop.admin(`/products/${product.id}/variants/${off}`, {
        method: "DELETE",
      })
      return {
        product_variants: [
          {
            product_id: product.id,
            title: "Third",
            options: { Kind: "Off" },
            prices: [],
          },
        ],
        additional_data: { profile: { active: false } },
      }
    },
  ],
  [
    "switching variants",
    () => updateProductVariantsWorkflow,
    ({ on }) => ({
      product_variants: [{ id: on, title: "New" }],
      additional_data: { profile: { active: false } },
    }),
  ],
  [
    "a batch of variants",
    () => ours.batchVariantsWithProfilesWorkflow,
    ({ product, on, off }) => ({
      product_id: product.id,
      batch: {
        update: [
          { id: on, title: "New" },
          { id: off, title: "Newer" },
        ],
      },
      profiles: { create: [], update: [{ active: false }, { active: true }] },
    }),
  ],
  [
    "counting stock",
    () => ours.setProductStockWorkflow,
    ({ product, on }) => ({
      product_id: product.id,
      variant_id: on,
      stock: 7,
    }),
  ],
]

describe("what a later step takes back", () => {
  it.each(changes)("of %s is all of it", async (_, workflow, inputOf) => {
    const it = await setting()
    const input = await inputOf(it)
    const before = await written()

    await runAndFail(workflow(), input)

    expect(await written()).toEqual(before)
  })

  it("is a place that counting has made", async () => {
    const { product, on } = await setting()
    const [{ id }] = await shop.sql<{ id: string }>(
      `select id from stock_location where deleted_at is null and id not in (
         select location_id from inventory_level l
         join product_variant_inventory_item i
           on i.inventory_item_id = l.inventory_item_id
         where i.variant_id = $1) limit 1`,
      [on]
    )
    const before = await written()

    await runAndFail(ours.setProductStockWorkflow, {
      product_id: product.id,
      variant_id: on,
      location_id: id,
      stock: 7,
    })

    expect(await written()).toEqual(before)
  })
})

describe("a rival who is faster", () => {
  it("keeps the meta title, and the loser's product is not there", async () => {
    const meta_title = unique("title")
    const [winner, loser] = [fresh(), fresh()]
    const make = (product: object) =>
      shop.admin<ProductReply>("/products", {
        body: { ...product, additional_data: { profile: { meta_title } } },
      })
    const race = runBefore("productsCreated", () => make(winner), {
      workflow: "create-products",
    })

    const { status, body } = await make(loser)

    expect(race.happened()).toBe(true)
    expect([status, body.code, body.details]).toEqual([
      400,
      "meta_title_taken",
      [
        {
          field: "additional_data.profile.meta_title",
          message: "is already taken",
        },
      ],
    ])
    const left = await shop.sql(
      "select handle from product where handle = any($1) and deleted_at is null",
      [[winner.handle, loser.handle]]
    )
    expect(left).toEqual([{ handle: winner.handle }])
  })

  it("keeps what they reserved while staff count", async () => {
    const product = await shop.fixtures.product({ stock: 5 })
    const variant_id = product.variants?.[0].id ?? ""
    const race = runBefore("count-product-stock", () =>
      shop.fixtures.order({ items: [{ variant_id, quantity: 3 }] })
    )

    const { status, body } = await shop.admin<ProductReply>(
      `/products/${product.id}/stock`,
      { body: { stock: 2 } }
    )

    expect(race.happened()).toBe(true)
    expect([status, body.code]).toEqual([400, "below_reserved"])
    expect(
      await shop.sql(
        `select stocked_quantity::int as stocked, reserved_quantity::int as reserved
           from inventory_level l join product_variant_inventory_item i
             on i.inventory_item_id = l.inventory_item_id
          where i.variant_id = $1`,
        [variant_id]
      )
    ).toEqual([{ stocked: 5, reserved: 3 }])
  })
})

it("sales that nobody was told of are counted by what the job runs, twice at once", async () => {
  const { id, variants } = await shop.fixtures.product()
  const quiet = await shop.fixtures.product({ profile: { brand: "A" } })
  await shop.fixtures.order({
    items: [{ variant_id: variants?.[0].id ?? "", quantity: 2 }],
  })
  const sold = () =>
    shop.sql(
      `select product_id, sold_count from product_profile
        where product_id = any($1) order by sold_count`,
      [[id, quiet.id]]
    )
  await shop.sql(
    `insert into product_profile (id, product_id, sold_count) values ($1, $2, 9)
     on conflict (product_id) where deleted_at is null
       do update set sold_count = 9`,
    [unique("pprof"), id]
  )
  await shop.sql(
    "update product_profile set sold_count = 4 where product_id = $1",
    [quiet.id]
  )

  const recount = () =>
    ours.recountAllSoldWorkflow(container).run({ input: {} })
  await Promise.all([recount(), recount()])

  expect(await sold()).toEqual([
    { product_id: quiet.id, sold_count: 0 },
    { product_id: id, sold_count: 2 },
  ])
})
