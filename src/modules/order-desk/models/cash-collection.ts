import { model } from "@medusajs/framework/utils"
import { cashStates } from "../types"

/**
 * The money of one order that is paid at the door: due until a driver brings
 * it, collected until the driver has handed it in, then settled; withdrawn when
 * the order was paid another way before.
 */
export const CashCollection = model
  .define(
    { name: "cash_collection", tableName: "cash_collection" },
    {
      id: model.id({ prefix: "cash" }).primaryKey(),
      order_id: model.text().unique(),
      currency_code: model.text(),
      /** E.164; what the limit of open orders counts by. */
      phone: model.text().nullable(),
      state: model.enum([...cashStates]).default("due"),
      amount_due: model.bigNumber(),
      amount_collected: model.bigNumber().nullable(),
      /** Collected minus due: below zero is short, above is over. */
      difference: model.bigNumber().nullable(),
      driver_note: model.text().nullable(),
      collected_at: model.dateTime().nullable(),
      collected_by: model.text().nullable(),
      settled_at: model.dateTime().nullable(),
      settled_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["phone", "state"] }])
