import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveReturn } from "../../receive-return"

/** A provider tells what became of a reversal. */
export const POST = (req: MedusaRequest, res: MedusaResponse) =>
  receiveReturn(req, res, "return")
