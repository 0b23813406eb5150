import type { AccessRow } from "../../access"

const policy = (operation: "create" | "update") => ({
  resource: "product_category",
  operation,
})

/** Core's own paths, with more in the body; its permissions stay. */
export const adminCategoryAccessRows: readonly AccessRow[] = [
  {
    method: "POST",
    path: "/admin/product-categories",
    access: "staff",
    policy: policy("create"),
  },
  {
    method: "POST",
    path: "/admin/product-categories/:id",
    access: "staff",
    policy: policy("update"),
  },
]
