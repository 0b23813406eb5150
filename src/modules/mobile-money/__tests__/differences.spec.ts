import { differenceKinds } from "../types"
import { ledgerSuite } from "./bed"

ledgerSuite(({ ledger, row, everything }) => {
  const found = {
    driver: "mpesa",
    kind: "missing_here",
    reference: "NLJ7RT61SV",
    amount: 1500,
    currency_code: "kes",
    detail: { payer: "254***678" },
  } as const

  describe("a difference", () => {
    it("is opened once, however many find it at once", async () => {
      const opened = await Promise.all(
        Array.from({ length: 10 }, () => ledger.reportDifference(found))
      )

      expect(opened.flat()).toHaveLength(1)
      expect(
        await row("payment_difference", opened.flat()[0].id)
      ).toMatchObject({
        ...found,
        id: expect.stringMatching(/^pdif_/),
        amount: "1500",
        attempt_id: null,
        resolved_at: null,
      })
    })

    it("is another of another kind, reference or provider", async () => {
      await ledger.reportDifference(found)

      for (const change of [
        { kind: "missing_there" },
        { reference: "OTHER00001" },
        { driver: "bkash" },
        { amount: undefined, kind: "orphan" },
      ] as const) {
        expect(
          await ledger.reportDifference({ ...found, ...change })
        ).toHaveLength(1)
      }
      expect(await ledger.listPaymentDifferences({})).toHaveLength(5)
    })

    it.each(differenceKinds)("of the kind %s can be kept", async (kind) => {
      expect(await ledger.reportDifference({ ...found, kind })).toHaveLength(1)
    })

    it("is resolved by one of many, with words and a name", async () => {
      const [{ id }] = await ledger.reportDifference(found)

      const resolved = await Promise.all(
        ["user_1", "user_2", "user_3"].map((user) =>
          ledger.resolveDifference(id, `Seen by ${user}`, user)
        )
      )

      expect(resolved.filter(Boolean)).toHaveLength(1)
      const winner = `user_${resolved.indexOf(true) + 1}`
      expect(await row("payment_difference", id)).toMatchObject({
        resolved_by: winner,
        resolution: `Seen by ${winner}`,
        resolved_at: expect.anything(),
      })
    })

    it("that was resolved and is found again stays resolved", async () => {
      const [{ id }] = await ledger.reportDifference(found)
      await ledger.resolveDifference(id, "Sent by hand", "user_1")
      const before = await everything()

      expect(await ledger.reportDifference(found)).toEqual([])

      expect(await everything()).toEqual(before)
    })
  })
})
