import type { ProfileData } from "../../../workflows/product"
import type { ProductChange } from "../../../workflows/product"

type Item = Omit<ProductChange, "path" | "profile">

/** What a list of a batch asks for, as it is judged. */
export const changesOf = (
  list: "create" | "update",
  items: readonly Item[] | undefined,
  profiles: readonly (ProfileData | undefined)[]
): ProductChange[] =>
  (items ?? []).map((item, at) => ({
    ...item,
    path: `${list}.${at}.`,
    profile: profiles[at],
  }))
