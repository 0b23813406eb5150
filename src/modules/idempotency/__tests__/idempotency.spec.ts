import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { IDEMPOTENCY_MODULE } from ".."
import { IdempotencyKey } from "../models/idempotency-key"
import type { IdempotencyService } from "../service"
import type { Attempt } from "../types"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<IdempotencyService>({
  moduleName: IDEMPOTENCY_MODULE,
  moduleModels: [IdempotencyKey],
  resolve: "./src/modules/idempotency",
  testSuite: ({ service }) => {
    const request = { method: "cash", items: [{ id: "a", quantity: 1 }] }
    const begin = (changes: object = {}) =>
      service.begin({
        scope: "POST /x|guest",
        key: "key-1",
        request,
        leaseSeconds: 60,
        ttlSeconds: 3600,
        ...changes,
      })
    const claimed = async (changes: object = {}): Promise<Attempt> => {
      const begun = await begin(changes)
      expect(begun.outcome).toBe("claimed")
      return (begun as { attempt: Attempt }).attempt
    }
    const running = { outcome: "running" }

    describe("an idempotency key", () => {
      it("gives the turn to one of twenty", async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () => begin())
        )

        const winners = outcomes.filter(({ outcome }) => outcome === "claimed")
        expect(winners).toHaveLength(1)
        expect(
          outcomes.filter((one) => one.outcome === "running")
        ).toHaveLength(19)
        expect(await service.listIdempotencyKeys({})).toHaveLength(1)
      })

      it("answers repeats with what was answered first", async () => {
        const attempt = await claimed()
        expect(attempt.id).toMatch(/^idem_/)
        expect(await begin()).toEqual(running)
        const answer = { status_code: 201, response: { order: { id: "o" } } }

        expect(await service.finish(attempt, answer)).toBe(true)

        expect(await begin()).toEqual({ outcome: "done", ...answer })
        const reordered = { items: request.items, method: "cash" }
        expect(await begin({ request: reordered })).toEqual({
          outcome: "done",
          ...answer,
        })
      })

      it("stands for one request of one caller", async () => {
        await claimed()

        expect(await begin({ request: { method: "stripe" } })).toEqual({
          outcome: "reused",
        })
        await claimed({ scope: "POST /x|cus_1" })
        await claimed({ key: "key-2" })
      })

      it("is kept as a hash only", async () => {
        await claimed({ key: "very-secret" })

        const [row] = await service.listIdempotencyKeys({})
        expect(JSON.stringify(row)).not.toContain("very-secret")
        expect(row.key_hash).toMatch(/^[0-9a-f]{64}$/)
      })
    })

    describe("a turn", () => {
      it("that ends with nothing made frees the key for anything", async () => {
        await service.release(await claimed())

        expect(await service.listIdempotencyKeys({})).toEqual([])
        await claimed({ request: { method: "stripe" } })
      })

      it("that ends unfinished is gone on with", async () => {
        const attempt = await claimed()
        expect(await service.remember(attempt, "cart_1")).toBe(true)
        await service.release(attempt)

        expect(await begin({ request: {} })).toEqual({ outcome: "reused" })
        expect((await claimed()).resource_id).toBe("cart_1")
      })

      it("of a server that died is taken over after its lease, by one", async () => {
        const dead = await claimed({ leaseSeconds: 0 })
        await service.remember(dead, "cart_1")

        const next = await Promise.all(
          Array.from({ length: 10 }, () => begin())
        )

        const [winner] = next.filter(({ outcome }) => outcome === "claimed")
        expect(next.filter((one) => one.outcome === "running")).toHaveLength(9)
        expect(winner).toMatchObject({ attempt: { resource_id: "cart_1" } })
        // Should it live after all, it has no say any more.
        const answer = { status_code: 201, response: {} }
        expect(await service.remember(dead, "cart_2")).toBe(false)
        expect(await service.finish(dead, answer)).toBe(false)
        await service.release(dead)
        expect(await begin()).toEqual(running)
      })
    })

    describe("a key past its time", () => {
      it("begins anew, for any request, with nothing remembered", async () => {
        const old = await claimed({ ttlSeconds: 0 })
        await service.remember(old, "cart_1")

        const fresh = await claimed({ request: { method: "stripe" } })

        expect(fresh.resource_id).toBeNull()
      })

      it("is removed, twice as well as once, and no other", async () => {
        const dead = { ttlSeconds: 0, leaseSeconds: 0 }
        await claimed({ ...dead, key: "old-1" })
        await claimed({ ...dead, key: "old-2" })
        await claimed({ ...dead, key: "still-running", leaseSeconds: 60 })
        const live = await claimed({ key: "live" })
        await service.remember(live, "the live one")

        const removed = await Promise.all([
          service.removeExpired(100),
          service.removeExpired(100),
        ])

        expect(removed[0] + removed[1]).toBe(2)
        expect(await service.removeExpired(100)).toBe(0)
        expect(await service.listIdempotencyKeys({})).toHaveLength(2)
      })

      it("goes in portions", async () => {
        for (const key of ["1", "2", "3"]) {
          await claimed({ key, ttlSeconds: 0, leaseSeconds: 0 })
        }

        expect(await service.removeExpired(2)).toBe(2)
        expect(await service.removeExpired(2)).toBe(1)
      })
    })
  },
})
