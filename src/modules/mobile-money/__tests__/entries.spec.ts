import { ledgerSuite } from "./bed"

ledgerSuite(({ ledger, sql, begun, everything, happened }) => {
  describe("what happened to money", () => {
    it("is written with who did it", async () => {
      await ledger.writeEntry({
        awaited_id: "await_1",
        attempt_id: "patt_1",
        what: "match_tried",
        actor: "user_1",
        detail: { receipt: "NLJ7RT61SV" },
      })
      await ledger.writeEntry({ what: "noted", actor: "job" })

      expect(
        await sql(
          "select awaited_id, attempt_id, what, actor, detail from ledger_entry order by what"
        )
      ).toEqual([
        {
          awaited_id: "await_1",
          attempt_id: "patt_1",
          what: "match_tried",
          actor: "user_1",
          detail: { receipt: "NLJ7RT61SV" },
        },
        {
          awaited_id: null,
          attempt_id: null,
          what: "noted",
          actor: "job",
          detail: {},
        },
      ])
    })

    it("is never changed and never removed, by nobody", async () => {
      const { awaited } = await begun()
      const before = await everything()
      const [{ id }] = await ledger.listLedgerEntries({}, { take: 1 })
      const refused = /never changed or removed/

      await expect(
        sql("update ledger_entry set actor = 'nobody'")
      ).rejects.toThrow(refused)
      await expect(sql("delete from ledger_entry")).rejects.toThrow(refused)
      await expect(sql("truncate ledger_entry")).rejects.toThrow(refused)
      await expect(
        ledger.updateLedgerEntries({ id, what: "nothing" })
      ).rejects.toThrow(refused)
      await expect(ledger.softDeleteLedgerEntries([id])).rejects.toThrow(
        refused
      )
      await expect(ledger.deleteLedgerEntries([id])).rejects.toThrow(refused)

      expect(await everything()).toEqual(before)
      expect(await happened(awaited.id)).toEqual(["waiting", "opened"])
    })

    it("is not written when what it tells did not happen", async () => {
      await expect(
        ledger.noteAsked("patt_nobody", { outcome: "unknown", detail: "" })
      ).rejects.toThrow()

      expect(await ledger.listLedgerEntries({})).toEqual([])
    })
  })
})
