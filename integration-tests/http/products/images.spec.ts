import type { HttpTypes } from "@medusajs/framework/types"
import type { ProductImage } from "../../../src/workflows/product-image"
import { unique, useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"

const shop = useShop()

type Answer = {
  images: ProductImage[]
  code?: string
  details?: { field: string; message: string }[]
}

const url = (name: string) => `https://files.example/${name}.png`

const read = async (product_id: string) =>
  (await shop.admin<Answer>(`/products/${product_id}/images`)).body.images

const edit = (product_id: string, image_id: string, body: object) =>
  shop.admin<Answer>(`/products/${product_id}/images/${image_id}`, { body })

const add = (product_id: string, ...images: object[]) =>
  shop.admin<Answer>(`/products/${product_id}/images`, { body: { images } })

const remove = (product_id: string, image_id: string) =>
  shop.admin<Answer & { deleted?: true }>(
    `/products/${product_id}/images/${image_id}`,
    { method: "DELETE" }
  )

const thumbnailOf = async (product_id: string) =>
  (await shop.admin<HttpTypes.AdminProductResponse>(`/products/${product_id}`))
    .body.product.thumbnail

/** A watch in two colours with three images, the first of them primary. */
async function watch() {
  const handle = unique("watch")
  const skus = [unique("navy"), unique("rose")]
  const product = await shop.fixtures.product({
    handle,
    variants: skus.map((sku) => ({ title: sku, sku })),
    images: ["front", "back", "wrist"].map((name) => ({ url: url(name) })),
  })
  const images = await read(product.id)
  const [navy, rose] = skus.map(
    (sku) => product.variants?.find((variant) => variant.sku === sku)?.id ?? ""
  )
  return { id: product.id, handle, sku: skus[0], images, navy, rose }
}

describe("the images of a product", () => {
  it("have an order, a text and one primary from the start", async () => {
    const { images, handle, sku } = await watch()
    expect(images).toEqual(
      ["front", "back", "wrist"].map((name, rank) => ({
        id: expect.stringMatching(/^img_/),
        url: url(name),
        alt: `${handle}-${sku}`,
        rank,
        is_primary: rank === 0,
        variant_ids: [],
        primary_of: [],
      }))
    )
  })

  it("are shown to shoppers with their texts", async () => {
    const { id, images } = await watch()
    await edit(id, images[1].id, { alt: "Seen from behind" })
    const { body } = await shop.store<HttpTypes.StoreProductResponse>(
      `/products/${id}`
    )
    expect(body.product.images?.map(({ metadata }) => metadata?.alt)).toEqual([
      images[0].alt,
      "Seen from behind",
      images[2].alt,
    ])
  })

  it("are added several at once, behind the others", async () => {
    const { id, handle, sku } = await watch()
    const { status, body } = await add(
      id,
      { url: url("box"), alt: "With its box" },
      { url: url("strap") }
    )
    expect(status).toBe(200)
    expect(body.images.map(({ url }) => url)).toEqual(
      ["front", "back", "wrist", "box", "strap"].map(url)
    )
    expect(body.images.slice(3).map(({ alt }) => alt)).toEqual([
      "With its box",
      `${handle}-${sku}`,
    ])
    expect(body.images.filter(({ is_primary }) => is_primary)).toHaveLength(1)
  })

  it("are moved, and keep what is said of them", async () => {
    const { id, images } = await watch()
    const [front, back, wrist] = images
    await edit(id, back.id, { alt: "Behind" })
    const { body } = await edit(id, wrist.id, { rank: 0 })
    expect(body.images.map((image) => [image.id, image.rank])).toEqual([
      [wrist.id, 0],
      [front.id, 1],
      [back.id, 2],
    ])
    expect(body.images[2].alt).toBe("Behind")
    expect(body.images.map(({ is_primary }) => is_primary)).toEqual([
      false,
      true,
      false,
    ])
    const last = await edit(id, wrist.id, { rank: 999 })
    expect(last.body.images.map((image) => image.id)).toEqual([
      front.id,
      back.id,
      wrist.id,
    ])
  })

  it("have another primary as soon as it is chosen", async () => {
    const { id, images } = await watch()
    const { body } = await edit(id, images[2].id, { primary: true })
    expect(body.images.map(({ is_primary }) => is_primary)).toEqual([
      false,
      false,
      true,
    ])
    expect(await thumbnailOf(id)).toBe(url("wrist"))
  })

  it("go one by one, and the primary not at all", async () => {
    const { id, images } = await watch()
    const [front, back] = images
    const refused = await remove(id, front.id)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: "image_is_primary",
      details: [{ field: "image_id" }],
    })
    expect(await read(id)).toEqual(images)

    const { status, body } = await remove(id, back.id)
    expect([status, body]).toEqual([
      200,
      { id: back.id, object: "product_image", deleted: true },
    ])
    expect((await read(id)).map(({ url, rank }) => [url, rank])).toEqual([
      [url("front"), 0],
      [url("wrist"), 1],
    ])
    expect((await remove(id, back.id)).status).toBe(404)
  })

  it("hang together when ten people change them at once", async () => {
    const { id } = await watch()
    const names = Array.from({ length: 10 }, (_, at) => url(`new-${at}`))
    const answers = await Promise.all(names.map((one) => add(id, { url: one })))
    const added = names.filter((_, at) => answers[at].status === 200)
    expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(
      true
    )
    const images = await read(id)
    expect(images.map(({ url }) => url).sort()).toEqual(
      [...["front", "back", "wrist"].map(url), ...added].sort()
    )
    expect(images.map(({ rank }) => rank)).toEqual(
      images.map((_, rank) => rank)
    )
  })
})

describe("the images of a variant", () => {
  it("have a primary of its own", async () => {
    const { id, images, navy, rose } = await watch()
    await edit(id, images[1].id, { primary_of: [navy, rose] })
    const { body } = await edit(id, images[2].id, { primary_of: [rose] })
    expect(body.images.map(({ primary_of }) => primary_of)).toEqual([
      [],
      [navy],
      [rose],
    ])
    const refused = await remove(id, images[1].id)
    expect(refused.body.code).toBe("image_is_primary")
    expect(refused.body.details?.[0].message).toContain("Choose another one")
    expect((await read(id)).map(({ id: one }) => one)).toContain(images[1].id)
  })

  it("are those of Medusa's own route", async () => {
    const { id, images, navy, rose } = await watch()
    await shop.admin(`/products/${id}/variants/${navy}/images/batch`, {
      body: { add: [images[1].id] },
    })
    expect((await read(id))[1].variant_ids).toEqual([navy])
    const { status, body } = await edit(id, images[1].id, {
      primary_of: [navy, rose],
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: "image_of_other_variant",
      details: [{ field: "primary_of.1" }],
    })
    expect((await read(id))[1].primary_of).toEqual([])
  })
})

describe("Medusa's own routes", () => {
  it("keep a primary when they take it away", async () => {
    const { id, images } = await watch()
    const { body } = await shop.admin<HttpTypes.AdminProductResponse>(
      `/products/${id}`,
      { body: { images: images.slice(1).map(({ id, url }) => ({ id, url })) } }
    )
    expect(body.product.images).toHaveLength(2)
    expect(await thumbnailOf(id)).toBe(url("back"))
    const { body: emptied } = await shop.admin<HttpTypes.AdminProductResponse>(
      `/products/${id}`,
      { body: { thumbnail: null } }
    )
    expect(emptied.product.id).toBe(id)
    expect(await thumbnailOf(id)).toBe(url("back"))
  })

  it("do not take a thumbnail that is no image", async () => {
    const { id } = await watch()
    await shop.admin(`/products/${id}`, {
      body: { thumbnail: url("elsewhere") },
    })
    expect(await thumbnailOf(id)).toBe(url("front"))
  })

  it("keep what is said of images", async () => {
    const { id, images } = await watch()
    await edit(id, images[0].id, { alt: "In front" })
    await shop.admin(`/products/${id}`, {
      body: {
        images: [{ id: images[0].id, url: images[0].url }, { url: url("new") }],
      },
    })
    expect((await read(id)).map(({ alt }) => alt)).toEqual([
      "In front",
      images[1].alt,
    ])
  })
})

describe("what is refused", () => {
  it.each([
    ["no images", { images: [] }, "images"],
    ["no address", { images: [{ url: "front.png" }] }, "images.0.url"],
    ["a script", { images: [{ url: "javascript:alert(1)" }] }, "images.0.url"],
    [
      "an empty text",
      { images: [{ url: url("x"), alt: " " }] },
      "images.0.alt",
    ],
    ["what is not known", { images: [{ url: url("x"), size: 1 }] }, "size"],
  ])("to add: %s", async (_, body, field) => {
    const { id, images } = await watch()
    const answer = await shop.admin<Answer>(`/products/${id}/images`, { body })
    expect(answer.status).toBe(400)
    expect(answer.body.details?.[0].field).toMatch(
      new RegExp(`^${field.replaceAll(".", "\\.")}`)
    )
    expect(await read(id)).toEqual(images)
  })

  it("an image twice", async () => {
    const { id } = await watch()
    for (const images of [
      [{ url: url("front") }],
      [{ url: url("x") }, { url: url("x") }],
    ]) {
      const { status, body } = await add(id, ...images)
      expect([status, body.code]).toEqual([400, "image_exists"])
      expect(body.details?.[0].field).toBe(`images.${images.length - 1}.url`)
    }
    expect(await read(id)).toHaveLength(3)
  })

  it.each([
    ["nothing", {}],
    ["a place before the first", { rank: -1 }],
    ["a text that is too long", { alt: "x".repeat(256) }],
    ["no longer primary", { primary: false }],
  ])("to change: %s", async (_, body) => {
    const { id, images } = await watch()
    expect((await edit(id, images[0].id, body)).status).toBe(400)
    expect(await read(id)).toEqual(images)
  })

  it("what belongs to another product", async () => {
    const one = await watch()
    const other = await watch()
    const [image] = other.images
    expect((await edit(one.id, image.id, { alt: "x" })).body.code).toBe(
      "image_not_found"
    )
    expect((await remove(one.id, image.id)).status).toBe(404)
    const { body } = await edit(one.id, one.images[0].id, {
      primary_of: [other.navy],
    })
    expect(body).toMatchObject({
      code: "variant_not_of_product",
      details: [{ field: "primary_of.0" }],
    })
    expect(await read(other.id)).toEqual(other.images)
  })

  it("what is not there", async () => {
    const answer = await shop.admin<Answer>("/products/prod_none/images")
    expect([answer.status, answer.body.code]).toEqual([
      404,
      "product_not_found",
    ])
    expect((await add("prod_none", { url: url("x") })).status).toBe(404)
  })
})

it("a product of the tests has one image, its primary", async () => {
  const { id } = await shop.fixtures.product()
  expect(await read(id)).toMatchObject([{ url: PICTURE, is_primary: true }])
})
