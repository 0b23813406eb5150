import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { adminWishlistAccessRows } from "./admin/wishlists/access-rows"
import { requireScraper } from "./metrics/access"
import { wishlistAccessRows } from "./store/wishlists/access-rows"
import { requireWishlistHolder } from "./store/wishlists/holder"
import { adminReviewAccessRows } from "./admin/reviews/access-rows"
import { adminCategoryAccessRows } from "./admin/product-categories/access-rows"
import { adminTagAccessRows } from "./admin/product-tags/access-rows"
import { adminCouponAccessRows } from "./admin/coupons/access-rows"
import { couponAccessRows } from "./store/coupons/access-rows"
import { reviewAccessRows } from "./store/reviews/access-rows"
import { adminSearchAccessRows } from "./admin/search-synonyms/access-rows"
import { searchAccessRows } from "./store/search/access-rows"

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

export type Policy = { resource: string; operation: string }

type Route = { method: HttpMethod; path: string }

/** Who may call a route of ours. */
export type AccessRow = Route &
  (
    | { access: "public"; because: string }
    | { access: "scraper"; because: string }
    | { access: "signed_link"; because: string }
    | { access: "hook"; because: string }
    | { access: "owner" }
    | { access: "customer" }
    | { access: "holder"; because: string }
    | { access: "staff"; policy: Policy }
  )

/**
 * Every route of ours, once. What a row says is what is enforced: the
 * middlewares below are made from it, and a route without a row fails a test.
 */
export const accessTable: readonly AccessRow[] = [
  {
    method: "GET",
    path: "/health",
    access: "public",
    because: "a monitor has no account, and it says only that we live",
  },
  {
    method: "GET",
    path: "/health/ready",
    access: "public",
    because: "a load balancer has no account; it hears states, no addresses",
  },
  {
    method: "GET",
    path: "/metrics",
    access: "scraper",
    because: "figures of the whole shop, for the one who runs it",
  },
  {
    method: "GET",
    path: "/docs",
    access: "public",
    because: "whoever writes a storefront reads it before they have a key",
  },
  {
    method: "GET",
    path: "/openapi.json",
    access: "public",
    because: "tools read it, and it says nothing that the source does not",
  },
  {
    method: "GET",
    path: "/store/markets",
    access: "public",
    because: "a storefront draws its forms before anybody logs in",
  },
  {
    method: "POST",
    path: "/hooks/payment/:provider",
    access: "hook",
    because: "it signs its messages",
  },
  {
    method: "POST",
    path: "/hooks/stk/:token",
    access: "hook",
    because: "the token was given to it for one prompt",
  },
  {
    method: "POST",
    path: "/hooks/stk/:token/result",
    access: "hook",
    because: "the token was given to it for one reversal",
  },
  {
    method: "POST",
    path: "/hooks/stk/:token/timeout",
    access: "hook",
    because: "the token was given to it for one reversal",
  },
  {
    method: "POST",
    path: "/hooks/paybill/:token",
    access: "hook",
    because: "the token is known to the shop and the provider",
  },
  {
    method: "POST",
    path: "/store/checkout",
    access: "public",
    because: "guests buy too; the id of a cart is what it takes to buy it",
  },
  {
    method: "GET",
    path: "/store/orders/:id/payment",
    access: "signed_link",
    because: "guests have no account; the customer of the order needs no link",
  },
  {
    method: "POST",
    path: "/store/orders/:id/payment",
    access: "signed_link",
    because: "guests have no account; the customer of the order needs no link",
  },
  ...wishlistAccessRows,
  ...couponAccessRows,
  ...reviewAccessRows,
  ...searchAccessRows,
  {
    method: "GET",
    path: "/store/products/recently-viewed",
    access: "public",
    because: "guests send their own list; a customer's needs the token",
  },
  {
    method: "GET",
    path: "/store/products/:id/related",
    access: "public",
    because: "it shows what the product list shows",
  },
  {
    method: "POST",
    path: "/store/products/:id/views",
    access: "public",
    because: "guests look at products too, and it only counts",
  },
  {
    method: "GET",
    path: "/admin/shop",
    access: "staff",
    policy: { resource: "store", operation: "read" },
  },
  {
    method: "GET",
    path: "/admin/mobile-payments",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "read" },
  },
  {
    method: "GET",
    path: "/admin/mobile-payments/export",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "read" },
  },
  {
    method: "GET",
    path: "/admin/mobile-payments/differences",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/mobile-payments/differences/:id/resolve",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/mobile-payments/register",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/mobile-payments/reconcile",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/mobile-payments/returns/:id/end",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "GET",
    path: "/admin/mobile-payments/messages",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/mobile-payments/messages/:id/retry",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "GET",
    path: "/admin/orders/:id/mobile-payment",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/orders/:id/mobile-payment/ask",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/orders/:id/mobile-payment/check",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/orders/:id/mobile-payment/match",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/orders/:id/mobile-payment/return",
    access: "staff",
    policy: { resource: "mobile_payment", operation: "update" },
  },
  {
    method: "GET",
    path: "/admin/orders/:id/cash",
    access: "staff",
    policy: { resource: "order", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/orders/:id/cash",
    access: "staff",
    policy: { resource: "order", operation: "update" },
  },
  {
    method: "GET",
    path: "/admin/products/:id/original-box",
    access: "staff",
    policy: { resource: "product", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/products/:id/original-box",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "DELETE",
    path: "/admin/products/:id/original-box",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "GET",
    path: "/admin/products/:id/images",
    access: "staff",
    policy: { resource: "product", operation: "read" },
  },
  {
    method: "POST",
    path: "/admin/products/:id/images",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/products/:id/images/:image_id",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "DELETE",
    path: "/admin/products/:id/images/:image_id",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/products/:id/stock",
    access: "staff",
    policy: { resource: "inventory_level", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/products/batch",
    access: "staff",
    policy: { resource: "product", operation: "update" },
  },
  {
    method: "POST",
    path: "/admin/products/:id/variants/batch",
    access: "staff",
    policy: { resource: "product_variant", operation: "update" },
  },
  ...adminCategoryAccessRows,
  ...adminTagAccessRows,
  ...adminWishlistAccessRows,
  ...adminCouponAccessRows,
  ...adminReviewAccessRows,
  ...adminSearchAccessRows,
]

/** What stands before the handler of a route, by its row. */
function enforced(row: AccessRow): Partial<MiddlewareRoute> | undefined {
  switch (row.access) {
    case "staff":
      return { policies: [row.policy] }
    case "owner":
    case "customer":
      return { middlewares: [authenticate("customer", ["bearer", "session"])] }
    case "holder":
      return { middlewares: [requireWishlistHolder] }
    case "scraper":
      return { middlewares: [requireScraper] }
    // A signed link and a hook prove themselves in their own handlers.
    case "signed_link":
    case "hook":
    case "public":
      return undefined
  }
}

export const accessMiddlewares = (
  rows: readonly AccessRow[] = accessTable
): MiddlewareRoute[] =>
  rows.flatMap((row) => {
    const rule = enforced(row)
    return rule ? [{ matcher: row.path, methods: [row.method], ...rule }] : []
  })

/** In words, for people. */
export const whoMayCall = (row: AccessRow): string => {
  switch (row.access) {
    case "staff":
      return `staff with \`${row.policy.resource}:${row.policy.operation}\``
    case "owner":
      return "the customer it belongs to"
    case "customer":
      return "a customer who is logged in"
    case "holder":
      return `the customer it belongs to, or who holds its \`X-Wishlist-Token\`: ${row.because}`
    case "signed_link":
      return `who holds the signed link: ${row.because}`
    case "hook":
      return `the provider: ${row.because}`
    case "scraper":
      return `who holds \`METRICS_TOKEN\`, or this machine while it is not set: ${row.because}`
    case "public":
      return `anybody: ${row.because}`
  }
}

/** The table as `docs/api.md` shows it. */
export const accessDocument = (
  rows: readonly AccessRow[] = accessTable
): string =>
  [
    "| route | who may call |",
    "|---|---|",
    ...rows.map(
      (row) => `| \`${row.method} ${row.path}\` | ${whoMayCall(row)} |`
    ),
  ].join("\n")
