import { model } from "@medusajs/framework/utils"
import { awaitedStates } from "../types"
import { PaymentAttempt } from "./payment-attempt"

/** An order that waits for its money, and until when. */
export const AwaitedPayment = model
  .define("awaited_payment", {
    id: model.id({ prefix: "await" }).primaryKey(),
    order_id: model.text(),
    payment_collection_id: model.text(),
    driver: model.text(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    phone: model.text().nullable(),
    state: model.enum([...awaitedStates]).default("waiting"),
    /** The attempt whose money the order takes; it is chosen once. */
    settled_by: model.text().nullable(),
    expires_at: model.dateTime().nullable(),
    /** Somebody works on it until then. */
    busy_until: model.dateTime().nullable(),
    /** When the order was cancelled after it expired. */
    closed_at: model.dateTime().nullable(),
    /** When everybody was told how it ended. */
    announced_at: model.dateTime().nullable(),
    attempts: model.hasMany(() => PaymentAttempt, { mappedBy: "awaited" }),
  })
  .indexes([
    { on: ["order_id"], unique: true },
    { on: ["payment_collection_id"] },
    { on: ["state", "expires_at"] },
  ])
