import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveReturn } from "../../receive-return"

/** A provider did not get to a reversal in time. */
export const POST = (req: MedusaRequest, res: MedusaResponse) =>
  receiveReturn(req, res, "return_timeout")
