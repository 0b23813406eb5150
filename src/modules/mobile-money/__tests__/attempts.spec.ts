import type { AskOutcome } from "../driver"
import type { AttemptRow } from "../ledger/rows"
import { attemptStates, awaitedStates, OPEN_STATES } from "../types"
import { ledgerSuite } from "./bed"

const asked: AskOutcome = {
  outcome: "asked",
  provider_reference: "ws_1",
  request_reference: "29115-1",
}

const isOpen = (state: string) =>
  (OPEN_STATES as readonly string[]).includes(state)

ledgerSuite(
  ({
    ledger,
    sql,
    row,
    put,
    age,
    elsewhere,
    everything,
    expectMoney,
    openFor,
    attemptFor,
    begun,
    happened,
  }) => {
    const read = (id: string) => row<AttemptRow>("payment_attempt", id)
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const dueIn = async (id: string) => {
      const [{ seconds }] = await sql<{ seconds: number | null }>(
        `select round(extract(epoch from next_check_at - now()))::int as seconds
         from payment_attempt where id = ?`,
        [id]
      )
      return seconds
    }

    describe("a question to a phone", () => {
      it("is written with everything it needs, and the next has the next number", async () => {
        const { awaited, attempt } = await begun()
        const second = await attemptFor(awaited, { patience: 0 })

        expect(attempt).toMatchObject({
          id: expect.stringMatching(/^patt_/),
          awaited_id: awaited.id,
          number: 1,
          driver: "mpesa",
          amount: "1500",
          currency_code: "kes",
          state: "created",
          checks: 0,
        })
        expect(second.number).toBe(2)
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "opened",
        ])
      })

      it("is written once by ten who ask at the same moment", async () => {
        const awaited = await expectMoney()

        const answers = await Promise.all(
          Array.from({ length: 10 }, () => openFor(awaited))
        )

        expect(answers.filter((one) => "opened" in one)).toHaveLength(1)
        expect(
          answers.filter(
            (one) => "refused" in one && one.refused === "prompt_open"
          )
        ).toHaveLength(9)
        expect(await ledger.listPaymentAttempts({})).toHaveLength(1)
      })

      it.each(awaitedStates.filter((state) => state !== "waiting"))(
        "is not written for an order that is %s",
        async (state) => {
          const awaited = await expectMoney()
          await put("awaited_payment", awaited.id, { state })
          const before = await everything()

          expect(await openFor(awaited)).toEqual({
            refused: "not_waiting",
            state,
          })
          expect(await everything()).toEqual(before)
        }
      )

      it("is not written for an order nobody waits for", async () => {
        const awaited = await expectMoney()

        expect(await openFor({ ...awaited, order_id: "order_x" })).toEqual({
          refused: "not_waiting",
          state: "unknown",
        })
      })

      it.each(OPEN_STATES)(
        "waits while the last one is %s, and says how long",
        async (state) => {
          const { awaited, attempt } = await begun()
          await put("payment_attempt", attempt.id, { state })
          await age("payment_attempt", attempt.id, "created_at", 100)
          const before = await everything()

          const refused = await openFor(awaited, { patience: 120 })

          expect(refused).toMatchObject({ refused: "prompt_open" })
          const { seconds } = refused as { seconds: number }
          expect([19, 20]).toContain(seconds)
          expect(await everything()).toEqual(before)
        }
      )

      it.each([
        ["cancelled", 10],
        ["too_soon", 120],
      ])("waits after %s for %d s", async (reason, rest) => {
        const { awaited, attempt } = await begun()
        await put("payment_attempt", attempt.id, {
          state: "failed",
          reason,
          ended_at: new Date(),
        })
        const sizes = { patience: 120, cool_down: 10 }
        await age("payment_attempt", attempt.id, "ended_at", rest - 5)
        const before = await everything()
        expect(await openFor(awaited, sizes)).toMatchObject({
          refused: "cool_down",
        })
        expect(await everything()).toEqual(before)

        await age("payment_attempt", attempt.id, "ended_at", 6)

        expect((await attemptFor(awaited, sizes)).number).toBe(2)
      })

      it("is not written more often than the shop allows", async () => {
        const { awaited } = await begun()
        await attemptFor(awaited, { patience: 0, most: 2 })
        const before = await everything()

        expect(await openFor(awaited, { patience: 0, most: 2 })).toEqual({
          refused: "too_many_attempts",
        })
        expect(await everything()).toEqual(before)
      })

      it("has a token nobody else has", async () => {
        const { awaited } = await begun()
        const hash = "the same hash"
        await attemptFor(awaited, { patience: 0, token_hash: hash })
        const before = await everything()

        await expect(
          openFor(awaited, { patience: 0, token_hash: hash })
        ).rejects.toThrow()

        expect(await everything()).toEqual(before)
        expect(await ledger.attemptBy("token_hash", hash)).toMatchObject({
          number: 2,
        })
      })
    })

    describe("the provider's answer to the question", () => {
      it.each<[AskOutcome, Record<string, unknown>, number | null]>([
        [asked, { state: "asked", provider_reference: "ws_1" }, 15],
        [
          { outcome: "unknown", detail: "lost" },
          { state: "unknown", provider_reference: null },
          15,
        ],
        [
          { outcome: "refused", reason: "busy", code: "1", detail: "busy" },
          { state: "refused", reason: "busy", code: "1" },
          null,
        ],
      ])("%j is noted", async (outcome, noted, due) => {
        const { awaited, attempt } = await begun()

        await ledger.noteAsked(attempt.id, outcome)

        expect(await read(attempt.id)).toMatchObject({
          ...noted,
          asked_at: expect.anything(),
          ended_at: outcome.outcome === "refused" ? expect.anything() : null,
        })
        expect(await dueIn(attempt.id)).toBe(due)
        expect(await happened(awaited.id)).toContain(outcome.outcome)
      })

      it.each(attemptStates.filter((state) => state !== "created"))(
        "moves nothing that is %s already, but its names are learnt",
        async (state) => {
          const { attempt } = await begun()
          await put("payment_attempt", attempt.id, {
            state,
            reason: "timeout",
            next_check_at: null,
          })

          for (const outcome of [
            { outcome: "refused", reason: "busy", detail: "no" },
            asked,
            { ...asked, provider_reference: "ws_other" },
          ] as const) {
            await ledger.noteAsked(attempt.id, outcome)
          }

          expect(await read(attempt.id)).toMatchObject({
            state,
            reason: "timeout",
            next_check_at: null,
            ended_at: null,
            provider_reference: "ws_1",
            request_reference: "29115-1",
          })
        }
      )

      it("names one attempt of a provider and no second", async () => {
        const one = await begun()
        const two = await begun()
        await ledger.noteAsked(one.attempt.id, asked)
        const before = await everything()

        await expect(ledger.noteAsked(two.attempt.id, asked)).rejects.toThrow()

        expect(await everything()).toEqual(before)
        expect(
          await ledger.attemptBy("provider_reference", "ws_1")
        ).toMatchObject({ id: one.attempt.id })
      })
    })

    describe("a failure", () => {
      it.each(attemptStates)("of an attempt that is %s", async (state) => {
        const { awaited, attempt } = await begun()
        await put("payment_attempt", attempt.id, { state })
        const before = await everything()

        const failed = await ledger.markFailed({
          attempt_id: attempt.id,
          reason: "wrong_pin",
          code: "2001",
          actor: "provider",
        })

        expect(failed).toBe(isOpen(state))
        if (!isOpen(state)) {
          expect(await everything()).toEqual(before)
          return
        }
        expect(await read(attempt.id)).toMatchObject({
          state: "failed",
          reason: "wrong_pin",
          code: "2001",
          ended_at: expect.anything(),
          next_check_at: null,
        })
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "failed",
        ])
      })

      it("told ten times at once is told once", async () => {
        const { attempt } = await begun()

        const told = await Promise.all(
          Array.from({ length: 10 }, () =>
            ledger.markFailed({
              attempt_id: attempt.id,
              reason: "cancelled",
              actor: "provider",
            })
          )
        )

        expect(told.filter(Boolean)).toHaveLength(1)
      })

      it("that is doubtful is looked at again, once", async () => {
        const { attempt } = await begun()
        await ledger.markFailed({
          attempt_id: attempt.id,
          reason: "timeout",
          actor: "provider",
          recheck: 300,
        })
        expect(await dueIn(attempt.id)).toBe(300)
        await age("payment_attempt", attempt.id, "next_check_at", 301)

        expect(idsOf(await ledger.claimChecks(10))).toEqual([attempt.id])
        expect(await dueIn(attempt.id)).toBeNull()
      })
    })

    describe("the question to the provider", () => {
      const due = async (state = "asked") => {
        const { awaited, attempt } = await begun()
        await put("payment_attempt", attempt.id, {
          state,
          next_check_at: new Date(0),
        })
        return { ...attempt, awaited }
      }

      it.each(attemptStates)("of an attempt that is %s", async (state) => {
        const { id } = await due(state)

        const claimed = await ledger.claimChecks(10)

        const asksAgain = isOpen(state) || state === "failed"
        expect(idsOf(claimed)).toEqual(asksAgain ? [id] : [])
      })

      it("comes ever later", async () => {
        const { id } = await due()
        const rests: (number | null)[] = []
        for (let check = 0; check < 6; check += 1) {
          await put("payment_attempt", id, { next_check_at: new Date(0) })
          await ledger.claimChecks(1)
          rests.push(await dueIn(id))
        }

        expect(rests).toEqual([15, 30, 45, 60, 900, 900])
        expect((await read(id)).checks).toBe(6)
      })

      it("ends after a day", async () => {
        const { id } = await due()
        await age("payment_attempt", id, "created_at", 86_401)

        expect(await ledger.claimChecks(1)).toMatchObject([
          { id, next_check_at: null },
        ])
        expect(await ledger.claimChecks(1)).toEqual([])
      })

      it("is given to one worker each", async () => {
        const all = [await due(), await due("unknown"), await due("created")]

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => ledger.claimChecks(1))
        )

        expect(idsOf(claims.flat()).sort()).toEqual(idsOf(all).sort())
      })

      it("that another is just taking is passed by, and comes back if it dies", async () => {
        const [first, second] = [await due(), await due()]
        const other = await elsewhere()
        await other.sql("update payment_attempt set checks = 9 where id = ?", [
          first.id,
        ])

        expect(idsOf(await ledger.claimChecks(10))).toEqual([second.id])

        await other.die()
        expect(await ledger.claimChecks(10)).toMatchObject([
          { id: first.id, checks: 1 },
        ])
      })

      it("is open for these and no others", async () => {
        const awaited = await expectMoney()
        for (const state of attemptStates) {
          const { id } = await attemptFor(awaited, {
            patience: 0,
            cool_down: -1,
            most: 20,
          })
          await put("payment_attempt", id, { state, ended_at: new Date() })
        }
        const open = async () =>
          (await ledger.openAttemptsOf(awaited.id)).map(({ state }) => state)

        expect(await open()).toEqual([...OPEN_STATES, "failed"])
        await sql("update payment_attempt set next_check_at = null")
        expect(await open()).toEqual(OPEN_STATES)
      })
    })
  }
)
