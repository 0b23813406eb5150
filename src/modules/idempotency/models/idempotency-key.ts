import { model } from "@medusajs/framework/utils"

/**
 * One request somebody may repeat. Who inserts the row, or takes it over after
 * its lease, holds `claim` and carries the request out; everybody else waits
 * for the answer that is written here.
 */
export const IdempotencyKey = model
  .define(
    { name: "idempotency_key", tableName: "idempotency_key" },
    {
      id: model.id({ prefix: "idem" }).primaryKey(),
      /** Route and caller: the same key of two people is two keys. */
      scope: model.text(),
      /** Never the key itself, which is a credential of sorts. */
      key_hash: model.text(),
      request_hash: model.text(),
      state: model
        .enum(["in_progress", "unfinished", "done"])
        .default("in_progress"),
      claim: model.text(),
      /** What the request has made so far, so that a repeat goes on with it. */
      resource_id: model.text().nullable(),
      status_code: model.number().nullable(),
      response: model.json().nullable(),
      locked_until: model.dateTime(),
      expires_at: model.dateTime(),
    }
  )
  .indexes([
    { on: ["scope", "key_hash"], unique: true },
    { on: ["expires_at"] },
  ])
