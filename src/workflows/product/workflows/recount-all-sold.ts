import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import type { CatalogueService } from "../../../modules/catalogue/service"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { recountSoldStep } from "../steps/recount-sold"

/** What was sold, and what is counted as sold: both may be wrong. */
const findSoldProductsStep = createStep(
  "find-sold-products",
  async (_, { container }) => {
    const catalogue: CatalogueService = container.resolve(CATALOGUE_MODULE)
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    const [sold, counted] = await Promise.all([
      catalogue.countSold(),
      service.listProductProfiles(
        { sold_count: { $gt: 0 } },
        { select: ["product_id", "sold_count"], take: null }
      ),
    ])
    const held = new Map(
      counted.map(({ product_id, sold_count }) => [product_id, sold_count])
    )
    const wrong = sold
      .filter(({ product_id, count }) => (held.get(product_id) ?? 0) !== count)
      .map(({ product_id }) => product_id)
    const real = new Set(sold.map(({ product_id }) => product_id))
    const gone = [...held.keys()].filter((id) => !real.has(id))
    return new StepResponse([...wrong, ...gone])
  }
)

/** Finds what a lost event has left uncounted. */
export const recountAllSoldWorkflow = createWorkflow(
  "recount-all-sold",
  () => new WorkflowResponse(recountSoldStep(findSoldProductsStep()))
)
