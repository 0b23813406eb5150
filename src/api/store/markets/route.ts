import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { marketCodes } from "../../../markets"
import { marketView, type StoreMarketsResponse } from "./market-view"

/** Markets change with a deployment only. */
const answer: StoreMarketsResponse = { markets: marketCodes.map(marketView) }

export const GET = (
  _req: MedusaRequest,
  res: MedusaResponse<StoreMarketsResponse>
) => {
  res.setHeader("Cache-Control", "public, max-age=300")
  res.json(answer)
}
