import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type AdminShopResponse, shopView } from "./shop-view"

export const GET = (
  _req: MedusaRequest,
  res: MedusaResponse<AdminShopResponse>
) => {
  res.json(shopView())
}
