import type { Operation } from "../../openapi/operations"
import {
  AdminExportWishlistsParams,
  AdminGetWishlistInsightParams,
  AdminGetWishlistsParams,
} from "./validators"
import { adminWishlistsSchema, wishlistInsightSchema } from "./view"

export const adminWishlistOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/wishlists": {
    summary: "What people want, product by product",
    description:
      "On how many lists it is and of how many people, what is left of it, and what was added lately. Whose lists they are is not told.",
    query: AdminGetWishlistsParams,
    answers: { 200: { about: "A page.", schema: adminWishlistsSchema } },
  },
  "GET /admin/wishlists/export": {
    summary: "The same as a CSV file",
    query: AdminExportWishlistsParams,
    answers: { 200: { about: "CSV in UTF-8.", media: "text/csv" } },
  },
  "GET /admin/insights/wishlists": {
    summary: "Popular in wishlists",
    query: AdminGetWishlistInsightParams,
    answers: { 200: { about: "A page.", schema: wishlistInsightSchema } },
  },
}
