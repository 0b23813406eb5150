import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { docsPage, docsPolicy } from "../openapi/page"

export const GET = (_req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("Content-Security-Policy", docsPolicy)
  res.setHeader("Cache-Control", "public, max-age=300")
  res.type("html").send(docsPage)
}
