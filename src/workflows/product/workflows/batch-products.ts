import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  batchProductsWorkflow,
  type BatchProductWorkflowInput,
} from "@medusajs/medusa/core-flows"
import type { ProfileData, SaveProfile } from "../lib/save-profiles"
import { saveProductProfilesStep } from "../steps/save-product-profiles"
import { validateProductsStep } from "../steps/validate-products"
import type { ProductChange } from "../validate-products"

type Profiles = (ProfileData | undefined)[]

export type BatchWithProfilesInput = {
  batch: BatchProductWorkflowInput
  /** What the batch makes of each product, to be judged before it does. */
  changes: ProductChange[]
  /** By the place of the product in `create` and `update`. */
  profiles: { create: Profiles; update: Profiles }
}

/**
 * Core's batch, which takes no `additional_data`, with a profile for each of
 * its products. All of it happens or nothing.
 */
export const batchProductsWithProfilesWorkflow = createWorkflow(
  "batch-products-with-profiles",
  (input: WorkflowData<BatchWithProfilesInput>) => {
    validateProductsStep(input.changes)
    const result = batchProductsWorkflow.runAsStep({ input: input.batch })
    const rows = transform({ input, result }, (it): SaveProfile[] => {
      const { create, update } = it.input.profiles
      const updated = it.input.batch.update ?? []
      return [
        ...it.result.created.flatMap(({ id }, at) => {
          const data = create[at]
          return data ? [{ product_id: id, data }] : []
        }),
        ...updated.flatMap(({ id }, at) => {
          const data = update[at]
          return data && id ? [{ product_id: id, data }] : []
        }),
      ]
    })
    saveProductProfilesStep(rows)
    return new WorkflowResponse(result)
  }
)
