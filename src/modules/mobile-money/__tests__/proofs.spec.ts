import type { Proof } from "../ledger/proofs"
import type { AttemptRow, AwaitedRow } from "../ledger/rows"
import { attemptStates, awaitedStates } from "../types"
import { AMOUNT, ledgerSuite } from "./bed"

ledgerSuite(
  ({
    ledger,
    sql,
    row,
    put,
    age,
    everything,
    attemptFor,
    prove,
    begun,
    settled,
    happened,
  }) => {
    const stateOf = async (attempt: { id: string }) =>
      (await row<AttemptRow>("payment_attempt", attempt.id)).state
    const waitOf = ({ id }: { id: string }) =>
      row<AwaitedRow>("awaited_payment", id)
    const verdictOf = async (
      attempt: { id: string },
      changes?: Partial<Proof>
    ) => (await prove(attempt, changes)).verdict

    describe("a proof for an order that waits", () => {
      it.each([
        "created",
        "asked",
        "unknown",
        "refused",
        "failed",
        "mismatch",
      ] as const)("settles it by an attempt that is %s", async (state) => {
        const { awaited, attempt } = await begun()
        await put("payment_attempt", attempt.id, {
          state,
          reason: "timeout",
          code: "1037",
        })

        const { verdict } = await prove(attempt, {
          receipt: "NLJ7RT61SV",
          amount: AMOUNT,
          currency_code: "kes",
        })

        expect(verdict).toBe("settle")
        expect(await row("payment_attempt", attempt.id)).toMatchObject({
          state: "paid",
          receipt: "NLJ7RT61SV",
          settled_by: "provider",
          reason: null,
          code: null,
          next_check_at: null,
          ended_at: expect.anything(),
        })
        expect(await waitOf(awaited)).toMatchObject({
          state: "settling",
          settled_by: attempt.id,
          busy_until: expect.anything(),
        })
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "paid",
        ])
        expect(await ledger.listMoneyReturns({})).toEqual([])
      })

      it("told fifty times at once settles it once", async () => {
        const { awaited, attempt } = await begun()

        const verdicts = await Promise.all(
          Array.from({ length: 50 }, () => verdictOf(attempt))
        )

        expect(verdicts.sort()).toEqual([...Array(49).fill("busy"), "settle"])
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "paid",
        ])
      })

      it("of two attempts at once settles it by one, and the other goes back", async () => {
        const { awaited, attempt } = await begun()
        const second = await attemptFor(awaited, { patience: 0 })

        const verdicts = await Promise.all([
          verdictOf(attempt, { receipt: "FIRST00001" }),
          verdictOf(second, { receipt: "SECOND0001" }),
        ])

        expect([...verdicts].sort()).toEqual(["settle", "surplus"])
        const extra = verdicts[0] === "surplus" ? attempt : second
        expect(await stateOf(extra)).toBe("surplus")
        expect(
          await sql(
            "select attempt_id, way, cause, amount, state from money_return"
          )
        ).toEqual([
          {
            attempt_id: extra.id,
            way: "reversal",
            cause: "surplus",
            amount: "1500",
            state: "requested",
          },
        ])
      })
    })

    describe("a proof for an order that is being credited", () => {
      it("by this attempt waits for who does it, and takes over when that one died", async () => {
        const { awaited, attempt } = await begun()
        await prove(attempt)
        expect(await verdictOf(attempt)).toBe("busy")
        await age("awaited_payment", awaited.id, "busy_until", 59)
        expect(await verdictOf(attempt)).toBe("busy")

        await age("awaited_payment", awaited.id, "busy_until", 2)
        const heirs = await Promise.all(
          Array.from({ length: 5 }, () => verdictOf(attempt))
        )

        expect(heirs.sort()).toEqual([...Array(4).fill("busy"), "settle"])
        expect(await stateOf(attempt)).toBe("paid")
      })
    })

    describe("a proof for an order that is", () => {
      it.each(awaitedStates.filter((state) => state !== "waiting"))(
        "%s, by another attempt, goes back",
        async (state) => {
          const { awaited, attempt } = await begun()
          const second = await attemptFor(awaited, { patience: 0 })
          await put("awaited_payment", awaited.id, {
            state,
            settled_by: ["settling", "paid"].includes(state)
              ? attempt.id
              : null,
          })
          const before = await waitOf(awaited)

          expect(await verdictOf(second)).toBe("surplus")
          expect(await verdictOf(second)).toBe("surplus")

          expect(await waitOf(awaited)).toEqual(before)
          expect(
            await sql("select attempt_id, cause, note from money_return")
          ).toEqual([
            {
              attempt_id: second.id,
              cause: "surplus",
              note: state === "paid" ? "Paid twice" : "Paid too late",
            },
          ])
          expect(await happened(awaited.id)).toEqual([
            "waiting",
            "opened",
            "opened",
            "surplus",
            "return_requested",
          ])
        }
      )
    })

    describe("a proof that was counted", () => {
      it("counts no second time, and may bring its receipt later", async () => {
        const { awaited, attempt } = await begun()
        await prove(attempt)
        await ledger.markPaid({
          id: awaited.id,
          attempt_id: attempt.id,
          actor: "job",
        })
        const before = await everything("awaited_payment", "ledger_entry")

        expect(await verdictOf(attempt, { receipt: "LATER00001" })).toBe(
          "settled"
        )

        expect(await everything("awaited_payment", "ledger_entry")).toEqual(
          before
        )
        expect(
          (await row<AttemptRow>("payment_attempt", attempt.id)).receipt
        ).toBe("LATER00001")
        expect(await ledger.listMoneyReturns({})).toEqual([])
      })
    })

    describe("a proof of something else", () => {
      const wrongs: [string, Partial<Proof>, string][] = [
        ["a shilling less", { amount: AMOUNT - 1 }, "asked for 1500, got 1499"],
        ["a cent more", { amount: 1500.01 }, "asked for 1500, got 1500.01"],
        [
          "another currency",
          { amount: AMOUNT, currency_code: "usd" },
          "asked for kes, got usd",
        ],
      ]

      it.each(wrongs)("as %s is looked at", async (_, proof, wrong) => {
        const { awaited, attempt } = await begun()
        const before = await waitOf(awaited)

        expect(await verdictOf(attempt, proof)).toBe("mismatch")

        expect(await stateOf(attempt)).toBe("mismatch")
        expect(await waitOf(awaited)).toEqual(before)
        expect(
          await sql(
            "select kind, attempt_id, order_id, detail from payment_difference"
          )
        ).toEqual([
          {
            kind: "mismatch",
            attempt_id: attempt.id,
            order_id: awaited.order_id,
            detail: { wrong, source: "query" },
          },
        ])
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          "mismatch",
        ])
      })

      it.each(["paid", "settled", "surplus"] as const)(
        "takes nothing back from an attempt that is %s",
        async (state) => {
          const { attempt } = await begun()
          await put("payment_attempt", attempt.id, { state })

          expect(await verdictOf(attempt, { amount: 1 })).toBe("mismatch")
          expect(await verdictOf(attempt, { amount: 1 })).toBe("mismatch")

          expect(await stateOf(attempt)).toBe(state)
          expect(await ledger.listPaymentDifferences({})).toHaveLength(1)
        }
      )

      it.each(attemptStates)(
        "with a receipt of another payment settles nothing: %s",
        async (state) => {
          const paid = await settled()
          const { receipt } = await row<AttemptRow>(
            "payment_attempt",
            paid.attempt.id
          )
          const { awaited, attempt } = await begun()
          await put("payment_attempt", attempt.id, { state })
          const before = await waitOf(awaited)

          expect(
            await verdictOf(attempt, { receipt: receipt ?? undefined })
          ).toBe("mismatch")

          expect(await waitOf(awaited)).toEqual(before)
          expect(
            (await row<AttemptRow>("payment_attempt", attempt.id)).receipt
          ).toBeNull()
          expect(await stateOf(paid.attempt)).toBe("settled")
        }
      )

      it("with a second receipt of its own is one more difference", async () => {
        const { attempt } = await settled()
        const { receipt } = await row<AttemptRow>("payment_attempt", attempt.id)

        expect(await verdictOf(attempt, { receipt: "SECOND0001" })).toBe(
          "mismatch"
        )

        expect(await row("payment_attempt", attempt.id)).toMatchObject({
          state: "settled",
          receipt,
        })
        expect(await ledger.listPaymentDifferences({})).toMatchObject([
          { reference: `${attempt.id} SECOND0001` },
        ])
      })
    })

    it("gives a receipt to one of two orders that claim it at once", async () => {
      const [one, two] = [await begun(), await begun()]

      const claims = await Promise.allSettled(
        [one, two].map(({ attempt }) =>
          verdictOf(attempt, { receipt: "NLJ7RT61SV" })
        )
      )

      const settles = claims.filter(
        (claim) => claim.status === "fulfilled" && claim.value === "settle"
      )
      expect(settles).toHaveLength(1)
      expect(
        await sql(
          "select state, count(*)::int from awaited_payment group by state order by state"
        )
      ).toEqual([
        { state: "settling", count: 1 },
        { state: "waiting", count: 1 },
      ])
    })

    it("has the database refuse a receipt that is written twice", async () => {
      const [one, two] = [await settled(), await begun()]
      const { receipt } = await row<AttemptRow>(
        "payment_attempt",
        one.attempt.id
      )

      await expect(
        put("payment_attempt", two.attempt.id, { receipt })
      ).rejects.toThrow(/IDX_payment_attempt_driver_receipt_unique/)
    })
  }
)
