import type { HttpTypes } from "@medusajs/framework/types"
import { useShop } from "../../support"
import { eventually } from "../mobile-money/bed"
import { type Answer, reviewBed, rows } from "./bed"

const shop = useShop()
const { buyer, read, reviewed } = reviewBed(shop)

describe("the reviews of a product", () => {
  let product: HttpTypes.AdminProduct
  /** Ids in the order they were written: 5, 3, 4 stars; 3 has two votes. */
  let ids: string[]

  beforeAll(async () => {
    product = await shop.fixtures.product()
    ids = []
    for (const rating of [5, 3, 4]) {
      ids.push((await reviewed(product, { rating })).review.id)
    }
    for (const voter of [await buyer(), await buyer()]) {
      await voter.store(`/reviews/${ids[1]}/helpful`, { method: "POST" })
    }
  })

  const shown = async (query: string) =>
    (await read(product.id, query)).body.reviews.map(({ id }) =>
      ids.indexOf(id)
    )

  it.each([
    ["", [2, 1, 0]],
    ["?order=created_at", [0, 1, 2]],
    ["?order=-rating", [0, 2, 1]],
    ["?order=rating", [1, 2, 0]],
    ["?order=-helpful_count", [1, 2, 0]],
    ["?rating=3", [1]],
    ["?rating[]=3&rating[]=5", [1, 0]],
    ["?rating=1", []],
    ["?verified=true", [2, 1, 0]],
    ["?verified=false", []],
    ["?limit=2", [2, 1]],
    ["?limit=2&offset=2", [0]],
  ])("are read with %p as %j", async (query, expected) => {
    expect(await shown(query)).toEqual(expected)
  })

  it("count what is filtered, and sum up what is not", async () => {
    const { body } = await read(product.id, "?rating=3&limit=500")

    expect(body).toMatchObject({
      count: 1,
      limit: 100,
      offset: 0,
      summary: {
        rating_average: 4,
        rating_count: 3,
        count_1: 0,
        count_2: 0,
        count_3: 1,
        count_4: 1,
        count_5: 1,
      },
    })
  })

  it.each([
    ["?order=customer_id", "order"],
    ["?rating=6", "rating"],
    ["?verified=yes", "verified"],
    ["?status=pending", "status"],
    ["?fields=customer_id", "fields"],
    ["?limit=0", "limit"],
  ])("cannot be read with %s", async (query, field) => {
    const { status, body } = await read(product.id, query)

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    expect(body.message).toContain(field)
  })

  it("are empty where nobody wrote", async () => {
    const quiet = await shop.fixtures.product()

    expect((await read(quiet.id)).body).toEqual({
      reviews: [],
      summary: {
        rating_average: 0,
        rating_count: 0,
        count_1: 0,
        count_2: 0,
        count_3: 0,
        count_4: 0,
        count_5: 0,
      },
      count: 0,
      limit: 10,
      offset: 0,
    })
  })
})

type WithSummary = { id: string; review_summary?: Record<string, unknown> }

describe("a product", () => {
  it("shows its figures where they are asked for, and no review", async () => {
    const product = await shop.fixtures.product()
    await reviewed(product, { rating: 4 })
    const expected = {
      rating_average: 4,
      rating_count: 1,
      count_1: 0,
      count_2: 0,
      count_3: 0,
      count_4: 1,
      count_5: 0,
    }

    const { body: one } = await shop.store<{ product: WithSummary }>(
      `/products/${product.id}?fields=%2Breview_summary.*`
    )
    const { body: list } = await shop.store<{ products: WithSummary[] }>(
      `/products?id=${product.id}&fields=%2Breview_summary.*`
    )
    const figures = { ...expected, product_id: product.id }
    expect(one.product.review_summary).toEqual(figures)
    expect(list.products[0].review_summary).toEqual(figures)

    const { body: staff } = await shop.admin<{ product: WithSummary }>(
      `/products/${product.id}?fields=%2Breview_summary.*`
    )
    expect(staff.product.review_summary).toMatchObject(expected)
    const { body: peek } = await shop.store(
      `/products/${product.id}?fields=id,reviews.*,review.customer_id`
    )
    expect(JSON.stringify(peek)).not.toMatch(/cus_|rev_0/)
  })

  it("that is deleted hides its reviews, also from a direct look", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product)
    await shop.admin(`/products/${product.id}`, { method: "DELETE" })

    expect((await read(product.id)).status).toBe(404)
    expect((await shop.store(`/reviews/${review.id}`)).status).toBe(404)
    const { body } = await author.store("/customers/me/reviews")
    expect(body).toMatchObject({
      reviews: [{ id: review.id, product: null }],
    })
    expect((await rows(shop, product.id)).reviews).toHaveLength(1)
  })
})

describe("a helpful vote", () => {
  const vote = (
    person: { store: typeof shop.store },
    id: string,
    method = "POST"
  ) =>
    person.store<Answer<{ review: object }>>(`/reviews/${id}/helpful`, {
      method,
    })

  it("counts once a customer, and can be taken back", async () => {
    const product = await shop.fixtures.product()
    const { review } = await reviewed(product)
    const voter = await buyer()
    const { id } = review

    const told = await Promise.all(
      Array.from({ length: 5 }, () => vote(voter, id))
    )

    for (const { status, body } of told) {
      expect({ status, ...body }).toEqual({
        status: 200,
        review: { id, helpful_count: 1, voted: true },
      })
    }
    await vote(await buyer(), id)
    const { body: seen } = await read(product.id, "", voter)
    expect(seen.reviews[0]).toMatchObject({ helpful_count: 2, voted: true })
    const { body: guest } = await read(product.id)
    expect(guest.reviews[0]).toMatchObject({ mine: false, voted: false })
    for (const turn of [1, 2]) {
      const { body } = await vote(voter, id, "DELETE")
      expect({ turn, ...body }).toEqual({
        turn,
        review: { id, helpful_count: 1, voted: false },
      })
    }
  })

  it("is not for one's own review, nor for one that is hidden", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product)
    const own = await vote(author, review.id)
    expect({ status: own.status, code: own.body.code }).toEqual({
      status: 400,
      code: "own_review",
    })
    await shop.admin(`/reviews/${review.id}/reject`, { method: "POST" })
    const before = await rows(shop, product.id)

    const hidden = await vote(await buyer(), review.id)

    expect({ status: hidden.status, code: hidden.body.code }).toEqual({
      status: 404,
      code: "not_found",
    })
    expect(await rows(shop, product.id)).toEqual(before)
  })
})

describe("an author", () => {
  it("who changes their name signs with the new one", async () => {
    const product = await shop.fixtures.product()
    const { author } = await reviewed(product)

    await author.store("/customers/me", { body: { first_name: "Asha" } })

    await eventually("the new name", async () => {
      const { body } = await read(product.id)
      return body.reviews[0].author.name === "Asha O."
    })
  })

  it("who is deleted leaves the review without a name", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product, { rating: 2 })
    await shop.admin(`/customers/${author.id}`, { method: "DELETE" })

    await eventually("the name to go", async () => {
      const { body } = await read(product.id)
      return body.reviews[0].author.name === null
    })
    expect(
      await shop.sql(
        `select customer_id, order_id, rating, verified, status from review
         where id = $1`,
        [review.id]
      )
    ).toEqual([
      {
        customer_id: null,
        order_id: null,
        rating: 2,
        verified: true,
        status: "approved",
      },
    ])
  })
})
