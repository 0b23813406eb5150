import type {
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { suggest } from "../../../../workflows/search"
import type { StoreGetSuggestionsParams } from "./validators"
import type { SuggestionsView } from "./view"

export const GET = async (
  req: MedusaStoreRequest<unknown, StoreGetSuggestionsParams>,
  res: MedusaResponse<SuggestionsView>
) => {
  const { q } = req.validatedQuery
  const { sales_channel_ids } = req.publishable_key_context
  res.json(await suggest(req.scope, q, sales_channel_ids))
}
