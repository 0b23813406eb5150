import { model } from "@medusajs/framework/utils"

/** Words and phrases that mean the same to whoever searches. */
export const SearchSynonym = model.define("search_synonym", {
  id: model.id({ prefix: "syn" }).primaryKey(),
  terms: model.array(),
})
