import { model } from "@medusajs/framework/utils"
import { awaitedStates } from "../types"
import { PaymentAttempt } from "./payment-attempt"

/** An order that waits for its money, and until when. */
export const AwaitedPayment = model
  .define("awaited_payment", {
    id: model.id({ prefix: "await" }).primaryKey(),
    order_id: model.text(),
    payment_collection_id: model.text(),
    /** The method it waits for, and in the end the one that paid. */
    driver: model.text(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    phone: model.text().nullable(),
    state: model.enum([...awaitedStates]).default("waiting"),
    /** The attempt, or the payment session, whose money the order takes. */
    settled_by: model.text().nullable(),
    expires_at: model.dateTime().nullable(),
    /** Somebody works on it until then. */
    busy_until: model.dateTime().nullable(),
    /** When nothing was left to do: order cancelled, other ways of paying shut. */
    closed_at: model.dateTime().nullable(),
    /** When everybody was told how it ended. */
    announced_at: model.dateTime().nullable(),
    attempts: model.hasMany(() => PaymentAttempt, { mappedBy: "awaited" }),
  })
  .indexes([
    { on: ["order_id"], unique: true },
    { on: ["payment_collection_id"] },
    { on: ["state", "expires_at"] },
    { on: ["id"], where: "closed_at is null and deleted_at is null" },
  ])
