import { model } from "@medusajs/framework/utils"

/** A provider's access token, one for all processes of the shop. */
export const ProviderToken = model
  .define("provider_token", {
    id: model.id({ prefix: "ptok" }).primaryKey(),
    account: model.text(),
    value: model.text(),
    expires_at: model.dateTime(),
  })
  .indexes([{ on: ["account"], unique: true }])
