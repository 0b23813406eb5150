import type { AccessRow } from "../../access"

export const searchAccessRows: readonly AccessRow[] = [
  {
    method: "GET",
    path: "/store/search/suggestions",
    access: "public",
    because: "it shows what the product list shows",
  },
]
