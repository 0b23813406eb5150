import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { csvLine } from "../../../../lib/csv"
import { readWanted } from "../read"
import type { AdminExportWishlistsParams } from "../validators"
import type { AdminWanted } from "../view"

const COLUMNS = [
  "product_id",
  "title",
  "handle",
  "status",
  "stock",
  "lists",
  "people",
  "added_7d",
  "previous_7d",
  "added_30d",
  "previous_30d",
  "last_added_at",
] as const satisfies readonly (keyof AdminWanted)[]

const PAGE = 500

/** Sent page by page, so it needs no more memory than one. */
export const GET = async (
  req: MedusaRequest<unknown, AdminExportWishlistsParams>,
  res: MedusaResponse
) => {
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", 'attachment; filename="wishlists.csv"')
  // A spreadsheet takes it for UTF-8 only with this mark.
  res.write(`\uFEFF${csvLine(COLUMNS)}`)
  for (let offset = 0; ; offset += PAGE) {
    const [rows] = await readWanted(req.scope, req.validatedQuery, {
      limit: PAGE,
      offset,
    })
    for (const row of rows) {
      res.write(csvLine(COLUMNS.map((column) => row[column])))
    }
    if (rows.length < PAGE) {
      break
    }
  }
  res.end()
}
