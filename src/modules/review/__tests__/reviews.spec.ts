import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { REVIEW_MODULE } from ".."
import * as models from "../models"
import type { ReviewService } from "../service"
import { moduleBed, reviewOf } from "./bed"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<ReviewService>({
  moduleName: REVIEW_MODULE,
  moduleModels: Object.values(models),
  resolve: "./src/modules/review",
  testSuite: ({ service }) => {
    const bed = () => moduleBed(service)

    describe("a review", () => {
      it("is written once for a customer, product and order", async () => {
        const told = await Promise.all(
          Array.from({ length: 5 }, () => service.writeReview(reviewOf()))
        )

        expect(told.filter(Boolean)).toHaveLength(1)
        expect(told.find(Boolean)).toMatchObject({
          id: expect.stringMatching(/^rev_/),
          status: "approved",
          version: 1,
          helpful_count: 0,
        })
        const { write, figures } = bed()
        await write({ order_id: "order_2", rating: 2 })
        await write({ product_id: "prod_2" })
        await write({ customer_id: "cus_2" })
        expect(await figures()).toEqual([[0, 1, 0, 0, 2], 3, 4])
        expect(await figures("prod_2")).toEqual([[0, 0, 0, 0, 1], 1, 5])
      })

      it("without an order is written once for a customer and product", async () => {
        const loose = reviewOf({ order_id: null, verified: false })
        const told = await Promise.all(
          Array.from({ length: 5 }, () => service.writeReview(loose))
        )

        expect(told.filter(Boolean)).toHaveLength(1)
        expect(await service.listReviews({})).toHaveLength(1)
      })

      it("does not count before it is approved, when staff look first", async () => {
        const { write, figures } = bed()
        const { id, status } = await write({ moderation: "before" })
        expect(status).toBe("pending")
        expect(await figures()).toEqual([[0, 0, 0, 0, 0], 0, 0])

        const by = "user_1"
        const { changed, after } = await service.decideOnReview({
          id,
          status: "approved",
          by,
        })

        expect(changed).toBe(true)
        expect(after).toMatchObject({
          status: "approved",
          moderated_by: by,
          moderated_at: expect.any(Date),
        })
        expect(await figures()).toEqual([[0, 0, 0, 0, 1], 1, 5])
      })

      it("that was taken down comes back through staff only", async () => {
        const { write, read, figures } = bed()
        const { id } = await write()
        await service.decideOnReview({
          id,
          status: "rejected",
          by: "user_1",
          reason: "Names a neighbour.",
        })
        expect(await figures()).toEqual([[0, 0, 0, 0, 0], 0, 0])

        await service.editReview({
          id,
          customer_id: "cus_1",
          text: { comment: "Names nobody." },
          moderation: "after",
        })

        expect(await read(id)).toMatchObject({
          status: "pending",
          comment: "Names nobody.",
          rejection_reason: null,
          moderated_at: null,
          moderated_by: null,
        })
        expect(await figures()).toEqual([[0, 0, 0, 0, 0], 0, 0])
      })

      it.each([
        ["after", "approved", [[1, 0, 0, 0, 0], 1, 1]],
        ["before", "pending", [[0, 0, 0, 0, 0], 0, 0]],
      ] as const)(
        "that is edited where staff look %s is %s",
        async (moderation, status, expected) => {
          const { write, read, figures } = bed()
          const { id } = await write()

          await service.editReview({
            id,
            customer_id: "cus_1",
            text: { rating: 1 },
            moderation,
          })

          expect(await read(id)).toMatchObject({
            rating: 1,
            title: "Runs to the second",
            status,
            version: 2,
            edited_at: expect.any(Date),
          })
          expect(await figures()).toEqual(expected)
        }
      )

      it("is edited and deleted by its author only", async () => {
        const { write, read, figures } = bed()
        const { id } = await write()
        const customer_id = "cus_2"
        const edit = { id, customer_id, text: { rating: 1 } }

        await expect(
          service.editReview({ ...edit, moderation: "after" })
        ).rejects.toMatchObject({ code: "not_found" })
        await expect(
          service.removeReview({ id, customer_id })
        ).rejects.toMatchObject({ code: "not_found" })

        expect(await read(id)).toMatchObject({ rating: 5, version: 1 })
        await service.removeReview({ id, customer_id: "cus_1" })
        expect(await figures()).toEqual([[0, 0, 0, 0, 0], 0, 0])
        await expect(service.removeReview({ id })).rejects.toMatchObject({
          code: "not_found",
        })
      })

      it("is decided on as it was read, or not at all", async () => {
        const { write, read } = bed()
        const { id, version } = await write({ moderation: "before" })
        await service.editReview({
          id,
          customer_id: "cus_1",
          text: { comment: "Buy it elsewhere!" },
          moderation: "before",
        })
        const approve = { id, status: "approved" as const, by: "user_1" }

        await expect(
          service.decideOnReview({ ...approve, version })
        ).rejects.toMatchObject({ code: "review_changed" })
        await expect(
          service.removeReview({ id, version })
        ).rejects.toMatchObject({ code: "review_changed" })

        expect((await read(id)).status).toBe("pending")
        await service.decideOnReview({ ...approve, version: version + 1 })
        const again = await service.decideOnReview({ ...approve, version })
        expect(again.changed).toBe(false)
      })

      it("takes no rating that is none, and no longer title", async () => {
        for (const rating of [0, 6, -1]) {
          await expect(
            service.writeReview(reviewOf({ rating }))
          ).rejects.toMatchObject({ code: "23514" })
        }
        await expect(
          service.writeReview(reviewOf({ title: "x".repeat(256) }))
        ).rejects.toMatchObject({ code: "23514" })
        expect(await service.listReviews({})).toEqual([])
      })

      it("carries one answer of the shop, which can go again", async () => {
        const { write } = bed()
        const { id } = await write()
        const by = "user_1"

        const { after } = await service.replyToReview({
          id,
          reply: "Thank you!",
          by,
        })
        expect(after).toMatchObject({ reply: "Thank you!", replied_by: by })
        expect(
          (await service.replyToReview({ id, reply: "Thank you!", by })).changed
        ).toBe(false)

        const gone = await service.replyToReview({ id, reply: null, by })
        expect(gone.after).toMatchObject({
          reply: null,
          replied_at: null,
          replied_by: null,
        })
      })

      it("is put back as it was, unless somebody has written since", async () => {
        const { write, read, figures } = bed()
        const { id } = await write()
        const removed = await service.removeReview({ id })
        await service.putBackReview(removed)
        expect(await read(id)).toMatchObject({ rating: 5, version: 3 })
        expect(await figures()).toEqual([[0, 0, 0, 0, 1], 1, 5])

        const edit = { id, customer_id: "cus_1", moderation: "after" as const }
        const first = await service.editReview({ ...edit, text: { rating: 1 } })
        await service.editReview({ ...edit, text: { rating: 2 } })
        await service.putBackReview(first)

        expect((await read(id)).rating).toBe(2)
        expect(await figures()).toEqual([[0, 1, 0, 0, 0], 1, 2])
      })

      it("that was never wanted is gone with its votes", async () => {
        const { write, figures } = bed()
        const review = await write()
        await service.vote({
          id: review.id,
          customer_id: "cus_2",
          helpful: true,
        })

        await service.discardReview(review)

        expect(await service.listReviews({}, { withDeleted: true })).toEqual([])
        expect(await service.listReviewVotes({})).toEqual([])
        expect(await figures()).toEqual([[0, 0, 0, 0, 0], 0, 0])
      })
    })
  },
})
