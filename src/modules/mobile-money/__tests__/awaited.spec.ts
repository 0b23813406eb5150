import type { AwaitedRow } from "../ledger/rows"
import { awaitedStates } from "../types"
import { ledgerSuite } from "./bed"

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
    attemptFor,
    begun,
    happened,
  }) => {
    const read = (id: string) => row<AwaitedRow>("awaited_payment", id)
    const overdue = async () => {
      const awaited = await expectMoney()
      await age("awaited_payment", awaited.id, "expires_at", 16 * 60)
      return awaited
    }
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

    describe("a wait for money", () => {
      it("begins once for an order, however often it is told", async () => {
        const told = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            expectMoney({ order_id: "order_one", amount: 100 + index })
          )
        )

        expect(new Set(idsOf(told)).size).toBe(1)
        expect(told[0]).toMatchObject({
          id: expect.stringMatching(/^await_/),
          state: "waiting",
          driver: "mpesa",
          currency_code: "kes",
          settled_by: null,
        })
        expect(await ledger.awaitedOf("order_one")).toEqual(told[0])
        expect(await ledger.awaitedOf("order_two")).toBeUndefined()
        expect(await happened(told[0].id)).toEqual(["waiting"])
      })

      it("lasts as long as was said", async () => {
        const { id } = await expectMoney({ minutes: 15 })

        const [{ seconds }] = await sql<{ seconds: number }>(
          "select extract(epoch from expires_at - created_at)::int as seconds from awaited_payment where id = ?",
          [id]
        )
        expect(seconds).toBe(900)
      })

      it("is prolonged while it lasts, and let go", async () => {
        const { id } = await overdue()
        await ledger.claimOverdue(1)

        await ledger.prolong(id, 60)

        expect((await read(id)).busy_until).toBeNull()
        expect(await ledger.claimOverdue(1)).toEqual([])
      })
    })

    describe("a wait that is", () => {
      const moves = [
        {
          name: "ended by its time",
          legal: ["waiting"],
          to: "expired",
          move: (id: string) =>
            ledger.endWait(id, { state: "expired", actor: "job" }),
        },
        {
          name: "ended by a cancelled order",
          legal: ["waiting"],
          to: "cancelled",
          move: (id: string) =>
            ledger.endWait(id, { state: "cancelled", actor: "user_1" }),
        },
        {
          name: "paid",
          legal: ["settling"],
          to: "paid",
          move: (id: string, attempt_id: string) =>
            ledger.markPaid({ id, attempt_id, actor: "job" }),
        },
      ] as const

      it.each(
        moves.flatMap(({ name, legal, to, move }) =>
          awaitedStates.map((from) => ({
            from,
            name,
            to,
            move,
            allowed: (legal as readonly string[]).includes(from),
          }))
        )
      )("$from and $name: $allowed", async ({ from, to, move, allowed }) => {
        const { awaited, attempt } = await begun()
        await age("awaited_payment", awaited.id, "expires_at", 16 * 60)
        await put("awaited_payment", awaited.id, {
          state: from,
          settled_by: attempt.id,
        })
        const before = await everything()

        expect(await move(awaited.id, attempt.id)).toBe(allowed)

        if (!allowed) {
          expect(await everything()).toEqual(before)
          return
        }
        expect((await read(awaited.id)).state).toBe(to)
        expect(await happened(awaited.id)).toEqual([
          "waiting",
          "opened",
          to === "paid" ? "settled" : to,
        ])
      })

      it.each(awaitedStates.filter((state) => state !== "waiting"))(
        "%s is not prolonged",
        async (state) => {
          const { id } = await expectMoney()
          await put("awaited_payment", id, { state })
          const before = await everything()

          await ledger.prolong(id, 60)

          expect(await everything()).toEqual(before)
        }
      )

      it("not over does not expire", async () => {
        const { id } = await expectMoney()
        const before = await everything()

        const end = { state: "expired", actor: "job" } as const
        expect(await ledger.endWait(id, end)).toBe(false)

        expect(await everything()).toEqual(before)
      })

      it("settled by one attempt is not paid by another", async () => {
        const { awaited, attempt } = await begun()
        await put("awaited_payment", awaited.id, {
          state: "settling",
          settled_by: "patt_other",
        })
        const before = await everything()

        const paid = { id: awaited.id, attempt_id: attempt.id, actor: "job" }
        expect(await ledger.markPaid(paid)).toBe(false)

        expect(await everything()).toEqual(before)
      })

      it("ended by ten at once is ended by one of them", async () => {
        const { id } = await overdue()

        const ends = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            ledger.endWait(id, {
              state: index % 2 ? "expired" : "cancelled",
              actor: "job",
            })
          )
        )

        expect(ends.filter(Boolean)).toHaveLength(1)
        expect(await happened(id)).toEqual(["waiting", (await read(id)).state])
      })
    })

    describe("of the waits whose time is over", () => {
      it("none is given to two workers", async () => {
        const all = [await overdue(), await overdue(), await overdue()]
        await expectMoney()

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => ledger.claimOverdue(1))
        )

        expect(idsOf(claims.flat()).sort()).toEqual(idsOf(all).sort())
        expect(await ledger.claimOverdue(10)).toEqual([])
      })

      it("one that another is just taking is passed by", async () => {
        const [first, second] = [await overdue(), await overdue()]
        const other = await elsewhere()
        await other.sql(
          "select 1 from awaited_payment where id = ? for update",
          [first.id]
        )

        expect(idsOf(await ledger.claimOverdue(10))).toEqual([second.id])

        await other.commit()
        expect(idsOf(await ledger.claimOverdue(10))).toEqual([first.id])
      })

      it("the one of a dead worker comes back after its lease", async () => {
        const { id } = await overdue()
        await ledger.claimOverdue(1)
        await age("awaited_payment", id, "busy_until", 59)
        expect(await ledger.claimOverdue(1)).toEqual([])

        await age("awaited_payment", id, "busy_until", 2)

        expect(idsOf(await ledger.claimOverdue(1))).toEqual([id])
      })

      it.each(awaitedStates.filter((state) => state !== "waiting"))(
        "one that is %s is left alone",
        async (state) => {
          const { id } = await overdue()
          await put("awaited_payment", id, { state })

          expect(await ledger.claimOverdue(10)).toEqual([])
        }
      )
    })

    describe("what a crash leaves", () => {
      it("half settled is found when its lease is over", async () => {
        const { id } = await expectMoney()
        expect(await ledger.halfSettled(10)).toEqual([])
        await put("awaited_payment", id, { state: "settling" })
        await sql(
          "update awaited_payment set busy_until = now() + interval '60 seconds'"
        )
        expect(await ledger.halfSettled(10)).toEqual([])

        await age("awaited_payment", id, "busy_until", 61)

        expect(idsOf(await ledger.halfSettled(10))).toEqual([id])
      })

      it("never asked is found after half a minute, with a phone, in time", async () => {
        const forgotten = await expectMoney()
        const noPhone = await expectMoney({ phone: null })
        const late = await overdue()
        const asked = await begun()
        expect(await ledger.neverAsked(10)).toEqual([])

        for (const { id } of [forgotten, noPhone, late, asked.awaited]) {
          await age("awaited_payment", id, "created_at", 31)
        }

        expect(idsOf(await ledger.neverAsked(10))).toEqual([forgotten.id])
      })

      it.each([
        ["expired", 1],
        ["cancelled", 1],
        ["paid", 1],
        ["waiting", 0],
        ["settling", 0],
      ])("%s but not closed is claimed: %d", async (state, claimed) => {
        const { id } = await expectMoney()
        await put("awaited_payment", id, { state })

        const claims = await Promise.all([
          ledger.claimUnclosed(10),
          ledger.claimUnclosed(10),
        ])

        expect(claims.flat()).toHaveLength(claimed)
        await ledger.markClosed(id)
        expect(await ledger.claimUnclosed(10)).toEqual([])
      })
    })

    describe("the end of a wait", () => {
      it("is closed once", async () => {
        const { id } = await expectMoney()
        await ledger.markClosed(id)
        const before = await everything()

        await ledger.markClosed(id)

        expect(before.awaited_payment).toMatchObject([
          { closed_at: expect.anything(), busy_until: null },
        ])
        expect(await everything()).toEqual(before)
      })

      it.each([
        ["paid", false, 1],
        ["expired", true, 1],
        ["expired", false, 0],
        ["waiting", false, 0],
        ["settling", false, 0],
        ["cancelled", true, 0],
      ])(
        "%s, closed %s, is told by %d of two",
        async (state, closed, tellers) => {
          const { id } = await expectMoney()
          await put("awaited_payment", id, { state })
          if (closed) {
            await ledger.markClosed(id)
          }

          const claims = await Promise.all([
            ledger.claimUnannounced(10),
            ledger.claimUnannounced(10, id),
          ])

          expect(claims.flat()).toHaveLength(tellers)
        }
      )

      it("is told again when the teller died, and not once it was told", async () => {
        const { id } = await expectMoney()
        const other = await expectMoney()
        await put("awaited_payment", id, { state: "paid" })
        await put("awaited_payment", other.id, { state: "paid" })
        expect(idsOf(await ledger.claimUnannounced(10, id))).toEqual([id])
        await age("awaited_payment", id, "busy_until", 61)

        expect(idsOf(await ledger.claimUnannounced(10, id))).toEqual([id])
        await ledger.markAnnounced(id)
        const told = await read(id)
        await ledger.markAnnounced(id)

        expect(told).toMatchObject({
          announced_at: expect.anything(),
          busy_until: null,
        })
        expect(await read(id)).toEqual(told)
        expect(await ledger.claimUnannounced(10, id)).toEqual([])
        expect(idsOf(await ledger.claimUnannounced(10))).toEqual([other.id])
      })
    })

    it("marks the attempt settled together with the order", async () => {
      const { awaited } = await begun()
      const attempt = await attemptFor(awaited, { patience: 0 })
      await put("awaited_payment", awaited.id, {
        state: "settling",
        settled_by: attempt.id,
      })
      await put("payment_attempt", attempt.id, { state: "paid" })

      await ledger.markPaid({
        id: awaited.id,
        attempt_id: attempt.id,
        actor: "job",
      })

      expect(
        await sql("select state from payment_attempt order by number")
      ).toEqual([{ state: "created" }, { state: "settled" }])
    })
  }
)
