import { model } from "@medusajs/framework/utils"
import { differenceKinds } from "../types"

/** Something about money that a person has to look at. */
export const PaymentDifference = model
  .define("payment_difference", {
    id: model.id({ prefix: "pdif" }).primaryKey(),
    driver: model.text(),
    kind: model.enum([...differenceKinds]),
    /** What it is about: a receipt, an attempt, an event. */
    reference: model.text(),
    attempt_id: model.text().nullable(),
    order_id: model.text().nullable(),
    amount: model.bigNumber().nullable(),
    currency_code: model.text().nullable(),
    detail: model.json().nullable(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    resolution: model.text().nullable(),
  })
  .indexes([
    { on: ["driver", "kind", "reference"], unique: true },
    { on: ["resolved_at"] },
  ])
