import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** The process lives and its event loop turns. */
export const GET = (_req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("Cache-Control", "no-store")
  res.json({ status: "ok" })
}
