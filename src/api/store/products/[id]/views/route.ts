import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { PRODUCT_PROFILE_MODULE } from "../../../../../modules/product-profile"
import type { ProductProfileService } from "../../../../../modules/product-profile/service"

/** Search engines and link previews look at everything; nobody does so. */
const MACHINES = /bot|crawl|spider|slurp|preview|monitor|headless/i

/** Counted in memory and written later, with others: see `ViewBuffer`. */
export const POST = async (
  req: MedusaRequest &
    Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>,
  res: MedusaResponse
) => {
  const service: ProductProfileService = req.scope.resolve(
    PRODUCT_PROFILE_MODULE
  )
  if (!MACHINES.test(req.headers["user-agent"] ?? "")) {
    await service.seeProduct({
      product_id: req.params.id,
      customer_id: req.auth_context?.actor_id || null,
    })
  }
  res.status(202).json({})
}
