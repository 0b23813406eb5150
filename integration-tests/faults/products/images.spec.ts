import { MedusaError } from "@medusajs/framework/utils"
import type { ProductImage } from "../../../src/workflows/product-image"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

let shop: Shop

beforeAll(async () => {
  ;({ shop } = await bootApp())
})

const refuse = () =>
  Promise.reject(
    new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
  )

const url = (name: string) => `https://files.example/${name}.png`

const seen = async (id: string) => ({
  images: (
    await shop.admin<{ images: ProductImage[] }>(`/products/${id}/images`)
  ).body.images.map(({ id: _, ...image }) => image),
  product: await shop.sql(
    "select thumbnail from product where id = $1 and deleted_at is null",
    [id]
  ),
  variants: await shop.sql(
    "select thumbnail from product_variant where product_id = $1",
    [id]
  ),
})

const STEPS = [
  "validate",
  "save-image-alts",
  "read-product-images",
  "productImagesChanged",
  "release-lock-step",
]

describe("a change of images whose later step fails", () => {
  it.each(STEPS)("leaves them as they were, before %s", async (step) => {
    const product = await shop.fixtures.product({
      handle: unique("watch"),
      images: [{ url: url("front") }, { url: url("back") }],
    })
    const variant = product.variants?.[0].id ?? ""
    const before = await seen(product.id)
    const { body } = await shop.admin<{ images: ProductImage[] }>(
      `/products/${product.id}/images`
    )
    const edit = {
      alt: "Behind",
      rank: 0,
      primary: true,
      primary_of: [variant],
    }
    const path = `/products/${product.id}/images/${body.images[1].id}`
    const race = runBefore(step, refuse, { workflow: "change-product-images" })

    const refused = await shop.admin<{ message?: string }>(path, { body: edit })

    expect(race.happened()).toBe(true)
    expect([refused.status, refused.body.message]).toEqual([
      400,
      "A later step failed.",
    ])
    expect(await seen(product.id)).toEqual(before)
    expect((await shop.admin(path, { body: edit })).status).toBe(200)
    expect((await seen(product.id)).images[0]).toMatchObject({
      url: url("back"),
      alt: "Behind",
      is_primary: true,
      primary_of: [variant],
    })
  })
})
