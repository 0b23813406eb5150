import type { AccessRow } from "../../access"

const policy = (operation: "create" | "update") => ({
  resource: "product_tag",
  operation,
})

/** Core's own paths, with more in the body; its permissions stay. */
export const adminTagAccessRows: readonly AccessRow[] = [
  {
    method: "POST",
    path: "/admin/product-tags",
    access: "staff",
    policy: policy("create"),
  },
  {
    method: "POST",
    path: "/admin/product-tags/:id",
    access: "staff",
    policy: policy("update"),
  },
]
