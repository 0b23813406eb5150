import type { AccessRow } from "../../access"

/** Who keeps the products keeps the words they are found by. */
const staff = (
  method: AccessRow["method"],
  path: string,
  operation: "read" | "update"
): AccessRow => ({
  method,
  path,
  access: "staff",
  policy: { resource: "product", operation },
})

export const adminSearchAccessRows: readonly AccessRow[] = [
  staff("GET", "/admin/search-synonyms", "read"),
  staff("POST", "/admin/search-synonyms", "update"),
  staff("POST", "/admin/search-synonyms/:id", "update"),
  staff("DELETE", "/admin/search-synonyms/:id", "update"),
  staff("GET", "/admin/search-indexes/:id", "read"),
]
