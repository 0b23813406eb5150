import { model } from "@medusajs/framework/utils"
import { attemptStates } from "../types"
import { AwaitedPayment } from "./awaited-payment"
import { MoneyReturn } from "./money-return"

/** One question to one phone, written down before it is asked. */
export const PaymentAttempt = model
  .define("payment_attempt", {
    id: model.id({ prefix: "patt" }).primaryKey(),
    awaited: model.belongsTo(() => AwaitedPayment, { mappedBy: "attempts" }),
    /** The first, second, … question for its order. */
    number: model.number(),
    driver: model.text(),
    phone: model.text(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    /** The token itself is known to the provider only. */
    token_hash: model.text(),
    state: model.enum([...attemptStates]).default("created"),
    provider_reference: model.text().nullable(),
    request_reference: model.text().nullable(),
    receipt: model.text().nullable(),
    reason: model.text().nullable(),
    code: model.text().nullable(),
    /** `shopper`, `job`, or the id of the member of staff. */
    started_by: model.text(),
    settled_by: model.text().nullable(),
    asked_at: model.dateTime().nullable(),
    ended_at: model.dateTime().nullable(),
    next_check_at: model.dateTime().nullable(),
    checks: model.number().default(0),
    returns: model.hasMany(() => MoneyReturn, { mappedBy: "attempt" }),
  })
  .indexes([
    { on: ["awaited_id", "number"], unique: true },
    { on: ["token_hash"], unique: true },
    {
      on: ["driver", "provider_reference"],
      unique: true,
      where: "provider_reference is not null",
    },
    {
      on: ["driver", "receipt"],
      unique: true,
      where: "receipt is not null",
    },
    { on: ["state", "next_check_at"] },
  ])
