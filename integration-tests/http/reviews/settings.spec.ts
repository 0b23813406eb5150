import { type Shop, shopAt, startServer } from "../../support"
import { reviewBed, rows } from "./bed"

/** A shop where anybody may speak and staff look first. */
let shop: Shop
let bed: ReturnType<typeof reviewBed>

beforeAll(async () => {
  shop = shopAt(
    await startServer({
      env: { REVIEWS_VERIFIED_ONLY: "false", REVIEWS_MODERATION: "before" },
    })
  )
  bed = reviewBed(shop)
})

describe("where staff look first", () => {
  it("a review waits for them, and again after each edit", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await bed.reviewed(product, { rating: 4 })
    expect(review).toMatchObject({ status: "pending", verified: true })
    const shown = async () => (await bed.read(product.id)).body
    const hidden = { reviews: [], summary: { rating_count: 0 } }
    expect(await shown()).toMatchObject(hidden)
    expect((await shop.store(`/reviews/${review.id}`)).status).toBe(404)

    await shop.admin(`/reviews/${review.id}/approve`, { method: "POST" })
    expect(await shown()).toMatchObject({
      reviews: [{ id: review.id }],
      summary: { rating_count: 1, rating_average: 4 },
    })

    const { body } = await author.store(`/reviews/${review.id}`, {
      body: { comment: "Buy it elsewhere." },
    })
    expect(body.review).toMatchObject({ status: "pending" })
    expect(await shown()).toMatchObject(hidden)
  })
})

describe("where anybody may speak", () => {
  it("they do so once without a purchase, and the answer says so", async () => {
    const product = await shop.fixtures.product()
    const author = await bed.buyer()

    const told = await Promise.all(
      Array.from({ length: 5 }, () =>
        bed.write(author, product.id, { rating: 3 })
      )
    )

    expect(told.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409,
    ])
    expect(
      told.find(({ status }) => status === 201)?.body.review
    ).toMatchObject({ verified: false, order_id: null, status: "pending" })
    expect((await rows(shop, product.id)).reviews).toHaveLength(1)

    await bed.delivered(author, [product])
    const { body } = await bed.write(author, product.id, { rating: 5 })
    expect(body.review).toMatchObject({
      verified: true,
      order_id: expect.stringMatching(/^order_/),
    })
  })

  it("a named order must still be one's own", async () => {
    const product = await shop.fixtures.product()
    const { order } = await bed.reviewed(product)
    const before = await rows(shop, product.id)

    const { status, body } = await bed.write(await bed.buyer(), product.id, {
      rating: 5,
      order_id: order.id,
    })

    expect({ status, code: body.code, details: body.details }).toEqual({
      status: 400,
      code: "not_delivered",
      details: [{ field: "order_id", message: "did not bring the product" }],
    })
    expect(await rows(shop, product.id)).toEqual(before)
  })
})
