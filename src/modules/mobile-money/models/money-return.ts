import { model } from "@medusajs/framework/utils"
import { returnCauses, returnStates, returnWays } from "../types"
import { PaymentAttempt } from "./payment-attempt"

/** Money on its way back to the one who paid it. */
export const MoneyReturn = model
  .define("money_return", {
    id: model.id({ prefix: "mret" }).primaryKey(),
    attempt: model.belongsTo(() => PaymentAttempt, { mappedBy: "returns" }),
    driver: model.text(),
    way: model.enum([...returnWays]),
    cause: model.enum([...returnCauses]),
    amount: model.bigNumber(),
    currency_code: model.text(),
    state: model.enum([...returnStates]).default("requested"),
    token_hash: model.text().nullable(),
    request_reference: model.text().nullable(),
    receipt: model.text().nullable(),
    note: model.text().nullable(),
    error: model.text().nullable(),
    requested_by: model.text(),
    /** The refund of the order's payment that stands for it. */
    refund_id: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
    tries: model.number().default(0),
    next_try_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      on: ["attempt_id"],
      unique: true,
      where: "way = 'reversal' and state <> 'failed' and deleted_at is null",
    },
    {
      on: ["token_hash"],
      unique: true,
      where: "token_hash is not null",
    },
    { on: ["driver", "request_reference"] },
    { on: ["state", "next_try_at"] },
  ])
