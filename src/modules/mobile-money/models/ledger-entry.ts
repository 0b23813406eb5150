import { model } from "@medusajs/framework/utils"

/** What happened to an order's money, in the order it happened. */
export const LedgerEntry = model
  .define("ledger_entry", {
    id: model.id({ prefix: "led" }).primaryKey(),
    awaited_id: model.text().nullable(),
    attempt_id: model.text().nullable(),
    what: model.text(),
    /** `provider`, `shopper`, `job`, or the id of the member of staff. */
    actor: model.text(),
    detail: model.json().nullable(),
  })
  .indexes([{ on: ["awaited_id"] }, { on: ["attempt_id"] }])
