import { useState } from "react"
import type { Review } from "./types"

/** Which reviews of the page are picked; what left the page is not. */
export function usePicked(reviews: readonly Review[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const picked = reviews.filter(({ id }) => ids.has(id))
  const all = reviews.length > 0 && picked.length === reviews.length
  return {
    picked,
    state: all ? true : picked.length > 0 ? ("indeterminate" as const) : false,
    has: (id: string) => ids.has(id),
    pick: (id: string, on: boolean) =>
      setIds((before) => {
        const after = new Set(before)
        if (on) {
          after.add(id)
        } else {
          after.delete(id)
        }
        return after
      }),
    pickAll: (on: boolean) =>
      setIds(new Set(on ? reviews.map(({ id }) => id) : [])),
    only: (some: readonly string[]) => setIds(new Set(some)),
  }
}
