import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { REVIEW_MODULE } from ".."
import * as models from "../models"
import type { ReviewService } from "../service"
import { moduleBed } from "./bed"

jest.setTimeout(120_000)

moduleIntegrationTestRunner<ReviewService>({
  moduleName: REVIEW_MODULE,
  moduleModels: Object.values(models),
  resolve: "./src/modules/review",
  testSuite: ({ service }) => {
    const bed = () => moduleBed(service)

    describe("the figures of a product", () => {
      it("are those of its reviews after 100 writes at once", async () => {
        const { write, figures, counted } = bed()
        const before = await Promise.all(
          Array.from({ length: 60 }, (_, n) =>
            write({
              customer_id: `cus_${n}`,
              rating: (n % 5) + 1,
              moderation: n % 4 ? "after" : "before",
            })
          )
        )
        expect(await figures()).toEqual(await counted())

        const by = "user_1"
        await Promise.all([
          ...Array.from({ length: 25 }, (_, n) =>
            write({ customer_id: `new_${n}`, rating: 5 - (n % 5) })
          ),
          ...before.slice(0, 25).map(({ id, customer_id }, n) =>
            service.editReview({
              id,
              customer_id: customer_id ?? "",
              text: { rating: 5 - (n % 5) },
              moderation: n % 3 ? "after" : "before",
            })
          ),
          ...before.slice(15, 40).map(({ id }, n) =>
            service
              .decideOnReview({
                id,
                status: n % 2 ? "approved" : "rejected",
                by,
              })
              // Whoever deletes may be faster.
              .catch(({ code }) => expect(code).toBe("not_found"))
          ),
          ...before.slice(35, 60).map(({ id }) => service.removeReview({ id })),
        ])

        const [, count] = await figures()
        expect(await figures()).toEqual(await counted())
        expect(count).toBeGreaterThan(25)
        expect(await service.listReviewSummaries({})).toHaveLength(1)
      })

      it("do not get in each other's way over products", async () => {
        const { write, figures } = bed()
        await Promise.all(
          Array.from({ length: 40 }, (_, n) =>
            write({
              product_id: `prod_${n % 4}`,
              customer_id: `cus_${n}`,
              rating: 4,
            })
          )
        )

        for (const n of [0, 1, 2, 3]) {
          expect(await figures(`prod_${n}`)).toEqual([[0, 0, 0, 10, 0], 10, 4])
        }
      })

      it("are rounded to two places", async () => {
        const { write, figures } = bed()
        for (const [n, rating] of [5, 4, 4].entries()) {
          await write({ customer_id: `cus_${n}`, rating })
        }

        expect(await figures()).toEqual([[0, 0, 0, 2, 1], 3, 4.33])
      })

      it("are handed on once, and only forward", async () => {
        const { write } = bed()
        await write()
        const [first] = await service.uncopiedRatings("prod_1", 10)
        expect(first).toEqual({
          product_id: "prod_1",
          rating_average: 5,
          rating_count: 1,
          version: 1,
        })
        await write({ customer_id: "cus_2", rating: 2 })
        const [second] = await service.uncopiedRatings(null, 10)
        expect(second).toMatchObject({ rating_average: 3.5, version: 2 })

        await service.markCopied(second)
        await service.markCopied(first)

        expect(await service.uncopiedRatings(null, 10)).toEqual([])
      })

      it("keep their version when no figure moves", async () => {
        const { write } = bed()
        const { id, customer_id } = await write()
        await service.editReview({
          id,
          customer_id: customer_id ?? "",
          text: { title: "Still right" },
          moderation: "after",
        })
        await service.replyToReview({ id, reply: "Thanks", by: "user_1" })

        const [{ version }] = await service.listReviewSummaries({})
        expect(version).toBe(1)
      })
    })

    describe("helpful votes", () => {
      it("count once a customer, however many are sent at once", async () => {
        const { write, read } = bed()
        const { id } = await write()

        const told = await Promise.all(
          Array.from({ length: 40 }, (_, n) =>
            service.vote({ id, customer_id: `voter_${n % 8}`, helpful: true })
          )
        )

        expect(told.filter(({ changed }) => changed)).toHaveLength(8)
        expect(await read(id)).toMatchObject({ helpful_count: 8, version: 1 })
        expect(await service.listReviewVotes({})).toHaveLength(8)
        const back = await Promise.all(
          Array.from({ length: 5 }, () =>
            service.vote({ id, customer_id: "voter_1", helpful: false })
          )
        )
        expect(back.filter(({ changed }) => changed)).toHaveLength(1)
        expect((await read(id)).helpful_count).toBe(7)
      })

      it("are not for one's own, nor for what is not shown", async () => {
        const { write, read } = bed()
        const { id } = await write()
        const hidden = await write({ order_id: "o2", moderation: "before" })

        await expect(
          service.vote({ id, customer_id: "cus_1", helpful: true })
        ).rejects.toMatchObject({ code: "own_review" })
        await expect(
          service.vote({ id: hidden.id, customer_id: "cus_2", helpful: true })
        ).rejects.toMatchObject({ code: "not_found" })

        expect((await read(id)).helpful_count).toBe(0)
        expect(await service.listReviewVotes({})).toEqual([])
      })
    })

    describe("a customer who is gone", () => {
      it("leaves opinions and votes, and nothing that leads back", async () => {
        const { write, read, figures } = bed()
        const { id } = await write()
        const other = await write({ customer_id: "cus_2", rating: 4 })
        await service.vote({
          id: other.id,
          customer_id: "cus_1",
          helpful: true,
        })

        await service.forgetCustomers(["cus_1"])
        await service.forgetCustomers(["cus_1"])

        expect(await read(id)).toMatchObject({
          customer_id: null,
          order_id: null,
          author_name: null,
          comment: "Worn every day.",
          verified: true,
          status: "approved",
        })
        expect(await read(other.id)).toMatchObject({
          customer_id: "cus_2",
          helpful_count: 1,
        })
        expect(await figures()).toEqual([[0, 0, 0, 1, 1], 2, 4.5])
        expect(await service.customersAfter("", 10)).toEqual([
          { customer_id: "cus_2" },
        ])
      })

      it("is renamed while still there", async () => {
        const { write, read } = bed()
        const { id } = await write()

        await service.renameAuthor("cus_1", "Asha N.")

        expect((await read(id)).author_name).toBe("Asha N.")
      })
    })
  },
})
