import { checkCartLines } from "../../cart/checks"
import type { CompletionCheck } from "./types"

/** What was switched off since it was put into the cart is not sold. */
export const activeVariantsCheck: CompletionCheck = {
  name: "active-variants",
  check: (container, { items }) => checkCartLines(container, items),
}
