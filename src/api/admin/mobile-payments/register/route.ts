import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { registerAddressesWorkflow } from "../../../../workflows/payment"
import type { AdminRegisterProvider } from "../validators"

export const POST = async (
  req: MedusaRequest<AdminRegisterProvider>,
  res: MedusaResponse
) => {
  await registerAddressesWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ registered: true })
}
