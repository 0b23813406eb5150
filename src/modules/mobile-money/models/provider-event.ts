import { model } from "@medusajs/framework/utils"
import { eventStates } from "../types"

/** One message of a provider, stored before it is answered. */
export const ProviderEvent = model
  .define("provider_event", {
    id: model.id({ prefix: "pev" }).primaryKey(),
    driver: model.text(),
    topic: model.text(),
    /** The same message twice has the same key. */
    key: model.text(),
    /** What the token in the address belongs to. */
    subject_id: model.text().nullable(),
    body: model.json(),
    state: model.enum([...eventStates]).default("new"),
    outcome: model.text().nullable(),
    tries: model.number().default(0),
    next_try_at: model.dateTime(),
    error: model.text().nullable(),
    done_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["driver", "key"], unique: true },
    { on: ["state", "next_try_at"] },
    { on: ["subject_id"] },
  ])
