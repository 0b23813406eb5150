import type { GiveBackOutcome } from "../driver"
import type { ReturnEnd } from "../ledger/returns"
import type { ReturnRow } from "../ledger/rows"
import { attemptStates, returnStates } from "../types"
import { AMOUNT, ledgerSuite } from "./bed"

ledgerSuite(
  ({
    ledger,
    sql,
    row,
    put,
    age,
    elsewhere,
    everything,
    begun,
    settled,
    requestOf,
    returning,
    happened,
  }) => {
    const read = (id: string) =>
      row<ReturnRow & { error: string | null }>("money_return", id)
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const differences = () =>
      sql(
        "select kind, reference, order_id, amount, detail from payment_difference"
      )

    describe("money that is to go back", () => {
      it("is written down with who asked", async () => {
        const { awaited, attempt, id } = await returning({ note: "Broken" })

        expect(await read(id)).toMatchObject({
          id: expect.stringMatching(/^mret_/),
          attempt_id: attempt.id,
          driver: "mpesa",
          state: "requested",
          way: "reversal",
          cause: "refund",
          amount: "1500",
          currency_code: "kes",
          note: "Broken",
          requested_by: "user_1",
          tries: 0,
        })
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "paid",
          "settled",
          "return_requested",
        ])
      })

      it.each(
        (["refund", "surplus"] as const).flatMap((cause) =>
          attemptStates.map((state) => ({
            cause,
            state,
            allowed: state === { refund: "settled", surplus: "surplus" }[cause],
          }))
        )
      )(
        "as a $cause of an attempt that is $state: $allowed",
        async ({ cause, state, allowed }) => {
          const { attempt } = await begun()
          await put("payment_attempt", attempt.id, { state })
          const before = await everything()

          const answer = await requestOf(attempt, { cause })

          if (allowed) {
            expect(answer).toMatchObject({ requested: { cause } })
            return
          }
          expect(answer).toEqual({ refused: "not_paid" })
          expect(await everything()).toEqual(before)
        }
      )

      it("is none for an attempt that does not exist", async () => {
        expect(await requestOf({ id: "patt_nobody" })).toEqual({
          refused: "not_paid",
        })
      })

      it("goes once, when ten ask for all of it at once", async () => {
        const { attempt } = await settled()

        const answers = await Promise.all(
          Array.from({ length: 10 }, () => requestOf(attempt))
        )

        const [standing] = await ledger.listMoneyReturns({})
        expect(answers.filter((one) => "requested" in one)).toHaveLength(1)
        expect(
          answers.filter(
            (one) =>
              "existing" in one &&
              one.refused === "already_requested" &&
              one.existing.id === standing.id
          )
        ).toHaveLength(9)
        expect(await ledger.listMoneyReturns({})).toHaveLength(1)
      })

      it("is never more than came, in whatever parts and at once", async () => {
        const { attempt } = await settled()

        const answers = await Promise.all(
          Array.from({ length: 10 }, () =>
            requestOf(attempt, { way: "manual", amount: 400 })
          )
        )

        expect(answers.filter((one) => "requested" in one)).toHaveLength(3)
        const before = await everything()
        expect(
          await requestOf(attempt, { way: "manual", amount: 300.01 })
        ).toEqual({ refused: "more_than_paid" })
        expect(await everything()).toEqual(before)
        expect(
          await requestOf(attempt, { way: "manual", amount: 300 })
        ).toMatchObject({ requested: { amount: "300" } })
        expect(
          await requestOf(attempt, { way: "manual", amount: 1 })
        ).toMatchObject({ refused: "already_requested" })
      })

      it("adds up to the last cent", async () => {
        const { attempt } = await settled()
        await put("payment_attempt", attempt.id, { amount: 0.3 })
        const part = (amount: number) =>
          requestOf(attempt, { way: "manual", amount })

        await part(0.1)
        expect(await part(0.2)).toMatchObject({ requested: { amount: "0.2" } })
        expect(await part(0.01)).toMatchObject({ refused: "already_requested" })
      })

      it("is whole when the provider sends it", async () => {
        const { attempt } = await settled()
        const before = await everything()

        expect(await requestOf(attempt, { amount: 50 })).toEqual({
          refused: "reversal_is_whole",
        })
        expect(await requestOf(attempt, { amount: AMOUNT + 1 })).toEqual({
          refused: "more_than_paid",
        })

        expect(await everything()).toEqual(before)
      })

      it("may be asked for again after it failed", async () => {
        const { attempt, id } = await returning()
        await ledger.endReturn(id, { state: "failed", error: "no funds" })

        expect(await requestOf(attempt)).toMatchObject({
          requested: { state: "requested" },
        })
      })

      it("has the database refuse a second reversal of a payment", async () => {
        const { id } = await returning()

        await expect(
          sql(
            `insert into money_return (id, attempt_id, driver, way, cause, amount, raw_amount, currency_code, requested_by)
             select 'mret_2', attempt_id, driver, way, cause, amount, raw_amount, currency_code, 'nobody'
             from money_return where id = ?`,
            [id]
          )
        ).rejects.toThrow(/IDX_money_return_attempt_id_unique/)
      })
    })

    describe("of the reversals that are due", () => {
      it("none is given to two senders", async () => {
        const all = [await returning(), await returning(), await returning()]

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => ledger.claimReturns(1))
        )

        expect(idsOf(claims.flat()).sort()).toEqual(idsOf(all).sort())
        expect(claims.flat()[0]).toMatchObject({
          tries: 1,
          attempt_receipt: expect.stringMatching(/^RECEIPT/),
        })
      })

      it("one that another is just taking is passed by", async () => {
        const [first, second] = [await returning(), await returning()]
        const other = await elsewhere()
        await other.sql("select 1 from money_return where id = ? for update", [
          first.id,
        ])

        expect(idsOf(await ledger.claimReturns(10))).toEqual([second.id])

        await other.die()
        expect(idsOf(await ledger.claimReturns(10))).toEqual([first.id])
      })

      it("one whose sender died before it sent comes back", async () => {
        const { id } = await returning()
        await ledger.claimReturns(1)
        await age("money_return", id, "next_try_at", 298)
        expect(await ledger.claimReturns(1)).toEqual([])

        await age("money_return", id, "next_try_at", 3)

        expect(await ledger.claimReturns(1, id)).toMatchObject([
          { id, tries: 2 },
        ])
      })

      it.each(returnStates)("one that is %s", async (state) => {
        const { id } = await returning()
        await put("money_return", id, { state })

        expect(await ledger.claimReturns(10)).toHaveLength(
          state === "requested" ? 1 : 0
        )
      })

      it("none is sent by a person", async () => {
        await returning({ way: "manual" })

        expect(await ledger.claimReturns(10)).toEqual([])
      })
    })

    describe("a reversal that is", () => {
      it.each(returnStates)("%s is begun to be sent", async (state) => {
        const { id } = await returning()
        await put("money_return", id, { state })
        const before = await everything()

        const sending = await ledger.markSending(id, "hash")

        expect(sending).toBe(state === "requested")
        if (!sending) {
          expect(await everything()).toEqual(before)
          return
        }
        expect(await read(id)).toMatchObject({
          state: "unknown",
          token_hash: "hash",
          sent_at: expect.anything(),
        })
        expect(await ledger.returnBy("token_hash", "hash")).toMatchObject({
          id,
        })
      })

      const outcomes: [GiveBackOutcome, string][] = [
        [{ outcome: "requested", request_reference: "AG_1" }, "sent"],
        [{ outcome: "done", receipt: "BACK000001" }, "done"],
        [{ outcome: "refused", detail: "no" }, "failed"],
        [{ outcome: "unknown", detail: "lost" }, "unknown"],
      ]

      it.each(outcomes)("sent is answered by %j", async (outcome, state) => {
        const { id } = await returning()
        await ledger.markSending(id, "hash")

        expect(await ledger.noteGiveBack(id, outcome)).toMatchObject({
          id,
          state,
        })
        expect((await read(id)).state).toBe(state)
      })

      it.each(["done", "failed"])(
        "%s stays that, whatever is answered then",
        async (state) => {
          const { id } = await returning()
          await put("money_return", id, { state, receipt: "BACK000001" })
          const before = await everything()

          for (const [outcome] of outcomes.slice(1)) {
            expect(await ledger.noteGiveBack(id, outcome)).toBeUndefined()
          }
          expect(await everything()).toEqual(before)
          // The name of the request is worth knowing all the same.
          await ledger.noteGiveBack(id, outcomes[0][0])
          expect(await read(id)).toMatchObject({
            state,
            receipt: "BACK000001",
            request_reference: "AG_1",
          })
          expect(
            await ledger.returnBy("request_reference", "AG_1")
          ).toMatchObject({ id })
        }
      )

      it.each(returnStates)("%s ends", async (state) => {
        const { awaited, id } = await returning()
        await put("money_return", id, { state })
        const before = await everything()
        const end: ReturnEnd = {
          state: "done",
          receipt: "BACK000001",
          actor: "user_2",
        }

        const ended = await ledger.endReturn(id, end)

        if (state === "done" || state === "failed") {
          expect(ended).toBeUndefined()
          expect(await everything()).toEqual(before)
          return
        }
        expect(ended).toMatchObject({ state: "done", receipt: "BACK000001" })
        expect((await happened(awaited.id)).at(-1)).toBe("returned")
        expect(
          await ledger.listLedgerEntries({ actor: "user_2" })
        ).toHaveLength(1)
        expect(await differences()).toEqual([])
      })

      it("ended by ten at once ends once, and is shown once when it failed", async () => {
        const { awaited, id } = await returning()

        const ends = await Promise.all(
          Array.from({ length: 10 }, () =>
            ledger.endReturn(id, { state: "failed", error: "no funds" })
          )
        )

        expect(ends.filter(Boolean)).toHaveLength(1)
        expect(await differences()).toEqual([
          {
            kind: "return_failed",
            reference: id,
            order_id: awaited.order_id,
            amount: "1500",
            detail: { error: "no funds", cause: "refund" },
          },
        ])
      })
    })

    describe("money that is back", () => {
      const back = async () => {
        const { id } = await returning()
        await ledger.endReturn(id, { state: "done" })
        return id
      }

      it("is booked by one of many, and once", async () => {
        const id = await back()

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => ledger.claimUnbooked(10))
        )
        expect(idsOf(claims.flat())).toEqual([id])
        await ledger.markBooked(id, "ref_1")
        await ledger.markBooked(id, "ref_2")

        expect(await read(id)).toMatchObject({
          refund_id: "ref_1",
          next_try_at: null,
        })
        expect(await ledger.claimUnbooked(10)).toEqual([])
      })

      it("is booked by another when the first one died", async () => {
        const id = await back()
        await ledger.claimUnbooked(1, id)
        expect(await ledger.claimUnbooked(1, id)).toEqual([])

        await age("money_return", id, "next_try_at", 301)

        expect(idsOf(await ledger.claimUnbooked(1, id))).toEqual([id])
      })

      it.each(
        returnStates.flatMap((state) =>
          ["refund", "surplus"].map((cause) => [state, cause] as const)
        )
      )("%s for a %s", async (state, cause) => {
        const { id } = await returning()
        await put("money_return", id, { state, cause, next_try_at: null })

        expect(await ledger.claimUnbooked(10)).toHaveLength(
          state === "done" && cause === "refund" ? 1 : 0
        )
      })
    })

    describe("a reversal nobody answered for", () => {
      it.each(returnStates)("that is %s", async (state) => {
        const { id } = await returning()
        await ledger.markSending(id, "hash")
        await put("money_return", id, { state })
        await age("money_return", id, "sent_at", 14 * 60)
        expect(await ledger.overdueReturns(10)).toEqual([])

        await age("money_return", id, "sent_at", 61)

        const overdue = idsOf(await ledger.overdueReturns(10))
        expect(overdue).toEqual(
          state === "sent" || state === "unknown" ? [id] : []
        )
      })

      it("is not told of twice", async () => {
        const { id } = await returning()
        await ledger.markSending(id, "hash")
        await age("money_return", id, "sent_at", 16 * 60)
        await ledger.reportDifference({
          driver: "mpesa",
          kind: "return_failed",
          reference: id,
        })

        expect(await ledger.overdueReturns(10)).toEqual([])
      })
    })
  }
)
