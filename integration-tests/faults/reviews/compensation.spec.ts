import type { HttpTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import copyJob from "../../../src/jobs/rating-copy"
import forgetJob from "../../../src/jobs/review-authors"
import type { BootedApp } from "../../support/boot-app"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"
import { reviewBed, rows } from "../../http/reviews/bed"

let app: BootedApp
let bed: ReturnType<typeof reviewBed>

beforeAll(async () => {
  app = await bootApp()
  bed = reviewBed(app.shop)
})

const fail = async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
}

const failed = { status: 400, message: "A later step failed." }

/** All but the versions: they only move forward, also on the way back. */
async function seen(productId: string) {
  const { reviews, figures } = await rows(app.shop, productId)
  const without = (list: Record<string, unknown>[]) =>
    list.map(({ version: _, ...row }) => row)
  return { reviews: without(reviews), figures: without(figures) }
}

const uncopied = (productId: string) =>
  app.shop.sql(
    `select 1 from review_summary
     where product_id = $1 and copied_version < version`,
    [productId]
  )

type Act = (setting: {
  product: HttpTypes.AdminProduct
  author: Awaited<ReturnType<typeof bed.buyer>>
  id: string
}) => Promise<{ status: number; body: { message?: string } }>

const changes: [string, string, string[], Act][] = [
  [
    "writing one",
    "create-review",
    ["validate", "reviewCreated", "copy-ratings-as-step"],
    async ({ product, author }) => {
      await bed.delivered(author, [product])
      return bed.write(author, product.id, { rating: 1 })
    },
  ],
  [
    "editing one",
    "update-review",
    ["validate", "reviewUpdated", "settle-review-change-as-step"],
    ({ author, id }) => author.store(`/reviews/${id}`, { body: { rating: 1 } }),
  ],
  [
    "rejecting one",
    "moderate-review",
    ["validate", "reviewModerated", "settle-review-change-as-step"],
    ({ id }) => app.shop.admin(`/reviews/${id}/reject`, { method: "POST" }),
  ],
  [
    "answering one",
    "reply-to-review",
    ["validate", "reviewReplied"],
    ({ id }) =>
      app.shop.admin(`/reviews/${id}/reply`, { body: { reply: "Thanks" } }),
  ],
  [
    "deleting one",
    "delete-review",
    ["validate", "reviewDeleted", "settle-review-change-as-step"],
    ({ id }) => app.shop.admin(`/reviews/${id}`, { method: "DELETE" }),
  ],
  [
    "voting for one",
    "vote-on-review",
    ["validate", "reviewVoted"],
    async ({ id }) =>
      (await bed.buyer()).store(`/reviews/${id}/helpful`, { method: "POST" }),
  ],
]

describe("a review when a later step fails", () => {
  it.each(
    changes.flatMap(([what, workflow, steps, act]) =>
      steps.map((step) => ({ what, workflow, step, act }))
    )
  )("is as before: $what, $step", async ({ workflow, step, act }) => {
    const product = await app.shop.fixtures.product()
    const { author, review } = await bed.reviewed(product, { rating: 4 })
    const before = await seen(product.id)
    const race = runBefore(step, fail, { workflow })

    const { status, body } = await act({ product, author, id: review.id })

    expect(race.happened()).toBe(true)
    expect({ status, message: body.message }).toEqual(failed)
    expect(await seen(product.id)).toEqual(before)
  })
})

describe("a rating", () => {
  it("that could not be handed on takes the review back, and is handed on later", async () => {
    const product = await app.shop.fixtures.product()
    const author = await bed.buyer()
    await bed.delivered(author, [product])
    runBefore("ratingsChanged", fail, { workflow: "copy-ratings" })

    const { status } = await bed.write(author, product.id, { rating: 4 })

    expect(status).toBe(400)
    expect((await rows(app.shop, product.id)).reviews).toEqual([])
    // The figures went forth and back: whoever keeps a copy is told of it.
    expect(await uncopied(product.id)).toHaveLength(1)
    await Promise.all([copyJob(app.container), copyJob(app.container)])
    expect(await uncopied(product.id)).toEqual([])
  })

  it("is handed on before the answer", async () => {
    const product = await app.shop.fixtures.product()
    await bed.reviewed(product)

    expect(await uncopied(product.id)).toEqual([])
  })

  it("is of the text staff have read, or of none", async () => {
    const product = await app.shop.fixtures.product()
    const { author, review } = await bed.reviewed(product, { rating: 4 })
    const race = runBefore(
      "decide-on-review",
      () => author.store(`/reviews/${review.id}`, { body: { rating: 1 } }),
      { workflow: "moderate-review" }
    )

    const { status, body } = await app.shop.admin(
      `/reviews/${review.id}/reject`,
      { body: { version: 1 } }
    )

    expect(race.happened()).toBe(true)
    expect({ status, code: body.code }).toEqual({
      status: 409,
      code: "review_changed",
    })
    expect((await rows(app.shop, product.id)).reviews).toMatchObject([
      { rating: 1, status: "approved", version: 2 },
    ])
  })
})

describe("an author who was deleted while nobody listened", () => {
  it("is forgotten by the job, and nobody else is", async () => {
    const product = await app.shop.fixtures.product()
    const gone = await bed.reviewed(product)
    const there = await bed.reviewed(product)
    await gone.author.store(`/reviews/${there.review.id}/helpful`, {
      method: "POST",
    })
    await app.shop.sql("update customer set deleted_at = now() where id = $1", [
      gone.author.id,
    ])

    await Promise.all([forgetJob(app.container), forgetJob(app.container)])

    const names = await app.shop.sql(
      `select customer_id, author_name, helpful_count from review
       where product_id = $1 order by helpful_count`,
      [product.id]
    )
    expect(names).toEqual([
      { customer_id: null, author_name: null, helpful_count: 0 },
      {
        customer_id: there.author.id,
        author_name: "Amina O.",
        helpful_count: 1,
      },
    ])
    expect(
      await app.shop.sql("select 1 from review_vote where customer_id = $1", [
        gone.author.id,
      ])
    ).toEqual([])
  })
})
