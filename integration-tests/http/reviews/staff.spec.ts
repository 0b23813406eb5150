import type {
  AdminBulkReviewsResponse,
  AdminReview,
  AdminReviewsResponse,
} from "../../../src/api/admin/reviews/view"
import { type CallOptions, useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import { type Answer, reviewBed, rows } from "./bed"

const shop = useShop()
const { buyer, read, reviewed } = reviewBed(shop)

const staff = (path: string, init?: CallOptions) =>
  shop.admin<Answer<{ review: AdminReview }>>(`/reviews/${path}`, init)

const post = (path: string, body: object = {}) => staff(path, { body })

const refusal = async (
  call: Promise<{ status: number; body: { code?: string } }>
) => {
  const { status, body } = await call
  return { status, code: body.code }
}

describe("staff", () => {
  it("see everything about a review", async () => {
    const product = await shop.fixtures.product()
    const { author, order, review } = await reviewed(product, {
      rating: 2,
      title: "Stopped",
    })

    const { status, body } = await staff(review.id)

    expect(status).toBe(200)
    expect(body.review).toMatchObject({
      id: review.id,
      rating: 2,
      title: "Stopped",
      author_name: "Amina O.",
      status: "approved",
      version: 1,
      product: { id: product.id, title: product.title, thumbnail: PICTURE },
      customer: {
        id: author.id,
        first_name: "Amina",
        email: expect.stringContaining("@example.com"),
      },
      order: { id: order.id, display_id: order.display_id },
    })
  })

  it("take a review down with a reason its author reads, and show it again", async () => {
    const product = await shop.fixtures.product()
    const { author, review } = await reviewed(product, { rating: 1 })
    const reason = "It is about the courier."

    const down = await post(`${review.id}/reject`, { reason, version: 1 })

    expect(down.body.review).toMatchObject({
      status: "rejected",
      rejection_reason: reason,
      moderated_by: expect.stringMatching(/^user_/),
      moderated_at: expect.any(String),
      version: 2,
    })
    expect((await read(product.id)).body).toMatchObject({
      reviews: [],
      summary: { rating_count: 0, rating_average: 0 },
    })
    expect((await shop.store(`/reviews/${review.id}`)).status).toBe(404)
    const own = await author.store(`/reviews/${review.id}`)
    expect(own.body.review).toMatchObject({
      status: "rejected",
      rejection_reason: reason,
    })

    // What was taken down waits, whatever its author makes of it.
    await author.store(`/reviews/${review.id}`, { body: { rating: 3 } })
    expect((await staff(review.id)).body.review).toMatchObject({
      status: "pending",
      rating: 3,
      version: 3,
    })
    const late = post(`${review.id}/approve`, { version: 2 })
    expect(await refusal(late)).toEqual({ status: 409, code: "review_changed" })
    const before = await rows(shop, product.id)
    expect(before.reviews).toMatchObject([{ status: "pending" }])

    expect((await post(`${review.id}/approve`, { version: 3 })).status).toBe(
      200
    )
    expect((await read(product.id)).body.summary.rating_average).toBe(3)
  })

  it("answer a review, change the answer and take it back", async () => {
    const product = await shop.fixtures.product()
    const { review } = await reviewed(product)
    const shown = async () => (await read(product.id)).body.reviews[0].reply

    await post(`${review.id}/reply`, { reply: "  Thank you! " })
    expect(await shown()).toEqual({
      text: "Thank you!",
      replied_at: expect.stringMatching(/Z$/),
    })
    await post(`${review.id}/reply`, { reply: "Thank you, Amina!" })
    expect(await shown()).toMatchObject({ text: "Thank you, Amina!" })
    const { body } = await staff(`${review.id}/reply`, { method: "DELETE" })
    expect(body.review).toMatchObject({ reply: null, replied_by: null })
    expect(await shown()).toBeNull()
  })

  it("delete a review", async () => {
    const product = await shop.fixtures.product()
    const { review } = await reviewed(product)

    const { body } = await staff(review.id, { method: "DELETE" })

    expect(body).toEqual({ id: review.id, object: "review", deleted: true })
    expect((await read(product.id)).body.summary.rating_count).toBe(0)
    expect(await refusal(staff(review.id))).toEqual({
      status: 404,
      code: "not_found",
    })
  })

  it.each([
    ["approve", { status: "approved" }, "status"],
    ["approve", { version: 0 }, "version"],
    ["reject", { reason: "" }, "reason"],
    ["reject", { reason: "x".repeat(501) }, "reason"],
    ["reply", {}, "reply"],
    ["reply", { reply: " " }, "reply"],
    ["reply", { reply: "x".repeat(2001) }, "reply"],
  ])("cannot %s with %j", async (action, body, field) => {
    const answer = await post(`rev_none/${action}`, body)

    expect(answer.status).toBe(400)
    expect(answer.body.details).toEqual([
      { field, message: expect.any(String) },
    ])
  })
})

describe("the list of reviews", () => {
  it("is filtered by what staff look for", async () => {
    const product = await shop.fixtures.product()
    const good = await reviewed(product, { rating: 5, title: "Zebra strap" })
    const bad = await reviewed(product, { rating: 1, comment: "100% broken" })
    await post(`${bad.review.id}/reject`)
    await post(`${good.review.id}/reply`, { reply: "Thanks" })
    const find = async (query: string) => {
      const { body } = await shop.admin<AdminReviewsResponse>(
        `/reviews?product_id=${product.id}&${query}`
      )
      return body.reviews.map(({ id }) =>
        id === good.review.id ? "good" : "bad"
      )
    }
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()

    expect(await find("")).toEqual(["bad", "good"])
    expect(await find("order=created_at")).toEqual(["good", "bad"])
    expect(await find("order=-rating")).toEqual(["good", "bad"])
    expect(await find("status=rejected")).toEqual(["bad"])
    expect(await find("status[]=rejected&status[]=approved")).toHaveLength(2)
    expect(await find("rating=5")).toEqual(["good"])
    expect(await find(`customer_id=${bad.author.id}`)).toEqual(["bad"])
    expect(await find("q=zebra")).toEqual(["good"])
    expect(await find("q=BROKEN")).toEqual(["bad"])
    expect(await find("q=giraffe")).toEqual([])
    expect(await find("replied=true")).toEqual(["good"])
    expect(await find("replied=false")).toEqual(["bad"])
    expect(await find("verified=false")).toEqual([])
    expect(await find(`from=${tomorrow}`)).toEqual([])
    expect(await find(`to=${tomorrow}&from=2020-01-01`)).toHaveLength(2)
    expect(await find("limit=1&offset=1")).toEqual(["good"])
  })

  it.each([
    "status=hidden",
    "rating=0",
    "order=email",
    "limit=101",
    "from=yesterday",
    "q=",
    "deleted=true",
  ])("does not understand %s", async (query) => {
    const { status, body } = await shop.admin<Answer>(`/reviews?${query}`)

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
  })
})

describe("many reviews at once", () => {
  const bulk = (body: object, init: CallOptions = {}) =>
    shop.admin<Answer<AdminBulkReviewsResponse>>("/reviews/bulk", {
      body,
      ...init,
    })

  it("are decided on one by one, and each outcome is said", async () => {
    const product = await shop.fixtures.product()
    const [one, two, three] = [
      await reviewed(product, { rating: 1 }),
      await reviewed(product, { rating: 2 }),
      await reviewed(product, { rating: 3 }),
    ].map(({ review }) => review.id)
    await post(`${two}/reject`, { reason: "Spam" })

    const { status, body } = await bulk({
      action: "reject",
      reason: "Spam",
      reviews: [
        { id: one, version: 1 },
        { id: two },
        { id: three, version: 7 },
        { id: "rev_none" },
      ],
    })

    expect({ status, body }).toEqual({
      status: 200,
      body: {
        results: [
          { id: one, outcome: "done" },
          { id: two, outcome: "unchanged" },
          {
            id: three,
            outcome: "refused",
            code: "review_changed",
            message: "The review was changed meanwhile. Read it again.",
          },
          {
            id: "rev_none",
            outcome: "refused",
            code: "not_found",
            message: "There is no review rev_none.",
          },
        ],
        done: 1,
        unchanged: 1,
        failed: 2,
      },
    })
    expect((await read(product.id)).body.summary).toMatchObject({
      rating_count: 1,
      count_3: 1,
    })
    const back = await bulk({ action: "approve", reviews: [{ id: one }] })
    expect(back.body).toMatchObject({ done: 1, failed: 0 })
    const gone = await bulk({
      action: "delete",
      reviews: [{ id: one }, { id: one }],
    })
    expect(gone.body.results).toMatchObject([
      { outcome: "done" },
      { outcome: "refused", code: "not_found" },
    ])
    expect((await read(product.id)).body.summary.rating_count).toBe(1)
  })

  it.each([
    [{ action: "approve" }, "reviews"],
    [{ action: "approve", reviews: [] }, "reviews"],
    [{ action: "hide", reviews: [{ id: "rev_1" }] }, "action"],
    [
      {
        action: "approve",
        reviews: Array.from({ length: 101 }, () => ({ id: "rev_1" })),
      },
      "reviews",
    ],
  ])("are not understood as %j", async (sent, field) => {
    const { status, body } = await bulk(sent)

    expect({ status, details: body.details }).toEqual({
      status: 400,
      details: [{ field, message: expect.any(String) }],
    })
  })

  it("are deleted only by who may delete one", async () => {
    const product = await shop.fixtures.product()
    const { review } = await reviewed(product)
    const token = await tokenOf(["review:read", "review:update"])
    const reviews = [{ id: review.id }]
    const before = await rows(shop, product.id)

    const refused = await bulk({ action: "delete", reviews }, { token })

    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 403,
      code: "forbidden",
    })
    expect(await rows(shop, product.id)).toEqual(before)
    const allowed = await bulk({ action: "approve", reviews }, { token })
    expect(allowed.body).toMatchObject({ unchanged: 1 })
    const single = await staff(review.id, { method: "DELETE", token })
    expect(single.status).toBe(403)
    const customer = await bulk(
      { action: "delete", reviews },
      { token: (await buyer()).token }
    )
    expect(customer.status).toBe(401)
    expect(await rows(shop, product.id)).toEqual(before)
  })
})

/** Somebody on the staff with these permissions and no others. */
async function tokenOf(permissions: string[]) {
  const owner = await shop.asSuperAdmin()
  const policies = await shop.sql<{ id: string }>(
    "select id from rbac_policy where key = any($1) and deleted_at is null",
    [permissions]
  )
  const { body } = await owner.admin<{ role: { id: string } }>("/rbac/roles", {
    body: {
      name: `Moderators ${permissions.join(" ")} ${Date.now()}`,
      policy_ids: policies.map(({ id }) => id),
    },
  })
  const { email, password } = await shop.fixtures.staff({
    roles: [body.role.id],
  })
  const reply = await shop.call<{ token: string }>("/auth/user/emailpass", {
    body: { email, password },
  })
  return reply.body.token
}
