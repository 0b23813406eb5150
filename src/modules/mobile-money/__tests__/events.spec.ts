import type { EventRow } from "../ledger/rows"
import { eventStates } from "../types"
import { ledgerSuite } from "./bed"

ledgerSuite(
  ({ ledger, sql, row, put, age, elsewhere, everything, message }) => {
    const read = (id: string) =>
      row<EventRow & { state: string; error: string | null }>(
        "provider_event",
        id
      )
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const claimed = async () => {
      const id = await message()
      const [event] = await ledger.claimEvents(1, id)
      return event
    }
    const dueIn = async (id: string) => {
      const [{ seconds }] = await sql<{ seconds: number }>(
        `select round(extract(epoch from next_try_at - now()))::int as seconds
         from provider_event where id = ?`,
        [id]
      )
      return seconds
    }

    describe("a message of a provider", () => {
      it("is stored once however often it comes", async () => {
        const ids = await Promise.all(
          Array.from({ length: 50 }, () => message({ key: "the same" }))
        )

        expect(ids.filter(Boolean)).toHaveLength(1)
        expect(await ledger.listProviderEvents({})).toMatchObject([
          {
            id: expect.stringMatching(/^pev_/),
            state: "new",
            tries: 0,
            body: { paid: true },
          },
        ])
      })

      it("is another when another provider says it", async () => {
        await message({ key: "the same" })

        expect(await message({ key: "the same", driver: "bkash" })).toMatch(
          /^pev_/
        )
      })

      it("is kept whatever it holds", async () => {
        const id = await message({ body: undefined, subject_id: null })

        expect(await read(id)).toMatchObject({ body: null, subject_id: null })
      })
    })

    describe("of the stored messages", () => {
      it("none is given to two workers", async () => {
        const all = await Promise.all(
          Array.from({ length: 12 }, () => message())
        )

        const claims = await Promise.all(
          Array.from({ length: 8 }, () => ledger.claimEvents(3))
        )

        const given = idsOf(claims.flat())
        expect(new Set(given).size).toBe(given.length)
        const rest = await ledger.claimEvents(12)
        expect([...given, ...idsOf(rest)].sort()).toEqual(all.sort())
        expect(await ledger.claimEvents(12)).toEqual([])
      })

      it("one that another is just claiming is passed by, not waited for", async () => {
        const [first, second] = [await message(), await message()]
        const other = await elsewhere()
        await other.sql("update provider_event set tries = 1 where id = ?", [
          first,
        ])

        expect(idsOf(await ledger.claimEvents(10))).toEqual([second])
        expect(await ledger.claimEvents(1, first)).toEqual([])

        await other.commit()
      })

      it("one whose claim died half-way is there at once", async () => {
        const id = await message()
        const other = await elsewhere()
        await other.sql("update provider_event set tries = 1 where id = ?", [
          id,
        ])
        await other.die()

        expect(await ledger.claimEvents(1)).toMatchObject([{ id, tries: 1 }])
      })

      it("one whose worker died comes back after its lease", async () => {
        const { id } = await claimed()
        await age("provider_event", id, "next_try_at", 58)
        expect(await ledger.claimEvents(1)).toEqual([])

        await age("provider_event", id, "next_try_at", 3)

        expect(await ledger.claimEvents(1)).toMatchObject([{ id, tries: 2 }])
      })

      it.each([
        ["new", 1],
        ["done", 0],
        ["parked", 0],
      ])("one that is %s is given out %d times", async (state, times) => {
        const id = await message()
        await put("provider_event", id, { state })

        expect(await ledger.claimEvents(10)).toHaveLength(times)
      })
    })

    describe("a message that was worked on", () => {
      it.each(eventStates)("and is %s is done", async (state) => {
        const { id } = await claimed()
        await put("provider_event", id, { state, outcome: "settled" })
        const before = await everything()

        await ledger.finishEvent(id, "surplus")

        if (state === "done") {
          expect(await everything()).toEqual(before)
          return
        }
        expect(await read(id)).toMatchObject({
          state: "done",
          outcome: "surplus",
          error: null,
          done_at: expect.anything(),
        })
      })

      it.each([
        [1, 10],
        [2, 20],
        [3, 40],
        [9, 2_560],
        [10, 5_120],
        [11, 7_200],
      ])("in vain %d times is tried again in %d s", async (tries, seconds) => {
        const event = await claimed()

        await ledger.postponeEvent({ ...event, tries }, "not yet")

        expect(await dueIn(event.id)).toBe(seconds)
        expect(await read(event.id)).toMatchObject({
          state: "new",
          error: "not yet",
        })
      })

      it("in vain twelve times is parked and shown, once", async () => {
        const event = await claimed()

        await ledger.postponeEvent({ ...event, tries: 12 }, "not yet")
        await ledger.postponeEvent({ ...event, tries: 12 }, "still not")

        expect(await read(event.id)).toMatchObject({
          state: "parked",
          error: "not yet",
        })
        expect(await ledger.claimEvents(10)).toEqual([])
        expect(
          await sql(
            "select kind, driver, reference, attempt_id, detail from payment_difference"
          )
        ).toEqual([
          {
            kind: "orphan",
            driver: "mpesa",
            reference: event.id,
            attempt_id: "patt_1",
            detail: { error: "not yet", topic: "payment" },
          },
        ])
      })

      it.each(["done", "parked"])(
        "and is %s is neither postponed nor parked",
        async (state) => {
          const event = await claimed()
          await put("provider_event", event.id, { state })
          const before = await everything()

          await ledger.postponeEvent(event, "late")
          await ledger.parkEvent(event, "late")

          expect(await everything()).toEqual(before)
        }
      )
    })

    describe("a parked message", () => {
      it("does not hold up the others", async () => {
        const poison = await claimed()
        await ledger.parkEvent(poison, "unreadable")
        const id = await message()

        expect(idsOf(await ledger.claimEvents(10))).toEqual([id])
      })

      it("begins anew when a person says so, once", async () => {
        const event = await claimed()
        await ledger.parkEvent(event, "unreadable")

        const mended = await Promise.all([
          ledger.unparkEvent(event.id),
          ledger.unparkEvent(event.id),
        ])

        expect(mended.filter(Boolean)).toEqual([{ id: event.id }])
        expect(await ledger.claimEvents(10)).toMatchObject([
          { id: event.id, tries: 1 },
        ])
      })

      it.each(["new", "done"])(
        "is none when it is %s, and stays that",
        async (state) => {
          const { id } = await claimed()
          await put("provider_event", id, { state })
          const before = await everything()

          expect(await ledger.unparkEvent(id)).toBeUndefined()

          expect(await everything()).toEqual(before)
        }
      )
    })
  }
)
