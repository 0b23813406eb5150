import { useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import { reviewBed, rows } from "./bed"

const shop = useShop()
const { buyer, delivered, deliver, sendBack, write, read, reviewed } =
  reviewBed(shop)

const NONE = { reviews: [], figures: [] }

const says = async (call: ReturnType<typeof write>) => {
  const { status, body } = await call
  return { status, code: body.code }
}

const notDelivered = { status: 400, code: "not_delivered" }

describe("writing a review", () => {
  it("is for who was delivered the product, and is shown at once", async () => {
    const product = await shop.fixtures.product()
    const author = await buyer()
    const order = await delivered(author, [product])

    const { status, body } = await write(author, product.id, {
      rating: 4,
      title: "  Runs to\nthe second ",
      comment: "<b>Worn</b> every day.\nEven at night.",
    })

    expect(status).toBe(201)
    expect(body.review).toEqual({
      id: expect.stringMatching(/^rev_/),
      product_id: product.id,
      rating: 4,
      title: "Runs to the second",
      comment: "<b>Worn</b> every day.\nEven at night.",
      verified: true,
      helpful_count: 0,
      author: { name: "Amina O." },
      reply: null,
      created_at: expect.stringMatching(/Z$/),
      edited_at: null,
      mine: true,
      voted: false,
      status: "approved",
      order_id: order.id,
      rejection_reason: null,
    })
    const { body: shown } = await read(product.id)
    expect(shown.reviews).toHaveLength(1)
    expect(shown.summary).toEqual({
      rating_average: 4,
      rating_count: 1,
      count_1: 0,
      count_2: 0,
      count_3: 0,
      count_4: 1,
      count_5: 0,
    })
  })

  it("needs the delivery, not only the order", async () => {
    const product = await shop.fixtures.product()
    const [author, stranger] = [await buyer(), await buyer()]
    const order = await delivered(author, [product], { arrived: false })
    const body = { rating: 5 }

    expect(await says(write(stranger, product.id, body))).toEqual(notDelivered)
    expect(await says(write(author, product.id, body))).toEqual(notDelivered)
    const named = { ...body, order_id: order.id }
    expect(await says(write(author, product.id, named))).toEqual(notDelivered)
    expect(await rows(shop, product.id)).toEqual(NONE)

    await deliver(order.id)

    expect(await says(write(stranger, product.id, named))).toEqual(notDelivered)
    expect((await write(author, product.id, named)).status).toBe(201)
  })

  it("is not for who sent everything back, but for who kept a piece", async () => {
    const product = await shop.fixtures.product()
    const author = await buyer()
    const order = await delivered(author, [product], { quantity: 2 })
    await sendBack(order.id, 1)
    expect((await write(author, product.id, { rating: 2 })).status).toBe(201)

    const other = await buyer()
    const returned = await delivered(other, [product], { quantity: 2 })
    await sendBack(returned.id, 2)
    expect(await says(write(other, product.id, { rating: 1 }))).toEqual(
      notDelivered
    )
    expect((await rows(shop, product.id)).reviews).toHaveLength(1)
  })

  it("happens once for each order, also of ten at once", async () => {
    const product = await shop.fixtures.product()
    const author = await buyer()
    const first = await delivered(author, [product])

    const told = await Promise.all(
      Array.from({ length: 10 }, () =>
        says(write(author, product.id, { rating: 5 }))
      )
    )

    expect(told.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(told.filter(({ code }) => code === "already_reviewed")).toHaveLength(
      9
    )
    const second = await delivered(author, [product])
    const again = { rating: 3, order_id: first.id }
    expect(await says(write(author, product.id, again))).toEqual({
      status: 409,
      code: "already_reviewed",
    })
    const { body } = await write(author, product.id, { rating: 3 })
    expect(body.review.order_id).toBe(second.id)
    const { body: shown } = await read(product.id)
    expect(shown.summary).toMatchObject({ rating_count: 2, rating_average: 4 })
  })

  it.each([
    [{}, "rating"],
    [{ rating: 0 }, "rating"],
    [{ rating: 6 }, "rating"],
    [{ rating: 4.5 }, "rating"],
    [{ rating: "5" }, "rating"],
    [{ rating: 5, title: "x".repeat(256) }, "title"],
    [{ rating: 5, title: " \n " }, "title"],
    [{ rating: 5, comment: "x".repeat(5001) }, "comment"],
    [{ rating: 5, verified: true }, "verified"],
    [{ rating: 5, status: "approved" }, "status"],
    [{ rating: 5, customer_id: "cus_1" }, "customer_id"],
  ])("does not understand %j", async (sent, field) => {
    const product = await shop.fixtures.product({ stock: null })
    const { status, body } = await write(await buyer(), product.id, sent)

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    expect(body.details).toEqual([{ field, message: expect.any(String) }])
    expect(await rows(shop, product.id)).toEqual(NONE)
  })

  it("is for products one can see", async () => {
    const author = await buyer()
    const product = await shop.fixtures.product()
    await delivered(author, [product])
    await shop.admin(`/products/${product.id}`, { body: { status: "draft" } })
    const missing = { status: 404, code: "not_found" }

    expect(await says(write(author, product.id, { rating: 5 }))).toEqual(
      missing
    )
    expect(await says(write(author, "prod_none", { rating: 5 }))).toEqual(
      missing
    )
    expect((await read(product.id)).status).toBe(404)
    expect(await rows(shop, product.id)).toEqual(NONE)
  })

  it("keeps a name that is an address or a number to itself", async () => {
    const product = await shop.fixtures.product()
    const author = await buyer({ first_name: "0712 345 678" })
    await delivered(author, [product])
    await write(author, product.id, { rating: 5 })

    const { body } = await read(product.id)

    expect(body.reviews[0].author).toEqual({ name: null })
    expect(JSON.stringify(body)).not.toMatch(/0712|cus_|order_|@example/)
  })
})

describe("one's own review", () => {
  it("is changed in part, and the figures follow", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product, {
      rating: 5,
      title: "Good",
      comment: "Fits.",
    })
    await reviewed(product, { rating: 4 })
    const path = `/reviews/${review.id}`

    const { status, body } = await author.store<{ review: object }>(path, {
      body: { rating: 1, title: null },
    })

    expect({ status, review: body.review }).toMatchObject({
      status: 200,
      review: {
        rating: 1,
        title: null,
        comment: "Fits.",
        status: "approved",
        edited_at: expect.any(String),
      },
    })
    expect((await read(product.id)).body.summary).toMatchObject({
      rating_average: 2.5,
      count_1: 1,
      count_4: 1,
      count_5: 0,
    })
    const before = await rows(shop, product.id)
    expect((await author.store(path, { body: {} })).status).toBe(200)
    expect(await rows(shop, product.id)).toEqual(before)
  })

  it("is nobody else's to change or delete", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product)
    const stranger = await buyer()
    const path = `/reviews/${review.id}`
    const before = await rows(shop, product.id)

    for (const init of [{ body: { rating: 1 } }, { method: "DELETE" }]) {
      const { status, body } = await stranger.store(path, init)
      expect({ status, code: body.code }).toEqual({
        status: 404,
        code: "not_found",
      })
    }
    expect(
      (await author.store(path, { body: { status: "approved" } })).status
    ).toBe(400)
    expect(await rows(shop, product.id)).toEqual(before)
  })

  it("is deleted, and may be written anew", async () => {
    const product = await shop.fixtures.product()
    const { author, order, review } = await reviewed(product)

    const { status, body } = await author.store(`/reviews/${review.id}`, {
      method: "DELETE",
    })

    expect({ status, body }).toEqual({
      status: 200,
      body: { id: review.id, object: "review", deleted: true },
    })
    expect((await read(product.id)).body).toMatchObject({
      count: 0,
      summary: { rating_count: 0, rating_average: 0 },
    })
    expect((await author.store(`/reviews/${review.id}`)).status).toBe(404)
    const { body: anew } = await write(author, product.id, { rating: 3 })
    expect(anew.review.order_id).toBe(order.id)
  })
})

describe("what I may review, and what I have", () => {
  it("are the delivered lines, apart", async () => {
    const author = await buyer()
    const [one, two, gone] = await Promise.all([
      shop.fixtures.product(),
      shop.fixtures.product(),
      shop.fixtures.product(),
    ])
    const order = await delivered(author, [one, two, gone])
    await delivered(author, [one], { arrived: false })
    await shop.admin(`/products/${gone.id}`, { method: "DELETE" })
    const pending = () =>
      author.store<{ pending: object[]; count: number }>(
        "/customers/me/reviews/pending"
      )
    const expected = (product: typeof one) => ({
      product_id: product.id,
      order_id: order.id,
      display_id: order.display_id,
      ordered_at: expect.stringMatching(/Z$/),
      product: {
        id: product.id,
        title: product.title,
        handle: product.handle,
        thumbnail: PICTURE,
      },
    })

    const { body } = await pending()
    expect(body).toMatchObject({ count: 2, limit: 10, offset: 0 })
    expect(body.pending).toEqual(
      expect.arrayContaining([expected(one), expected(two)])
    )

    await write(author, one.id, { rating: 5 })

    expect((await pending()).body.pending).toEqual([expected(two)])
    const { body: mine } = await author.store("/customers/me/reviews")
    expect(mine).toMatchObject({
      count: 1,
      reviews: [
        {
          product_id: one.id,
          order_id: order.id,
          status: "approved",
          mine: true,
          product: { id: one.id, title: one.title },
        },
      ],
    })
    const { body: none } = await author.store(
      "/customers/me/reviews?status=rejected"
    )
    expect(none).toMatchObject({ reviews: [], count: 0 })
    expect((await (await buyer()).store("/customers/me/reviews")).body).toEqual(
      { reviews: [], count: 0, limit: 10, offset: 0 }
    )
  })
})
