import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  batchProductVariantsWorkflow,
  type BatchProductVariantsWorkflowInput,
} from "@medusajs/medusa/core-flows"
import type { VariantData } from "../lib/write-variants"
import { switchVariantsStep } from "../steps/switch-variants"

type Flags = (VariantData | undefined)[]

export type BatchVariantsWithProfilesInput = {
  product_id: string
  batch: BatchProductVariantsWorkflowInput
  /** By the place of the variant in `create` and `update`. */
  profiles: { create: Flags; update: Flags }
}

/** Core's batch of variants, which takes no `additional_data`, with flags. */
export const batchVariantsWithProfilesWorkflow = createWorkflow(
  "batch-variants-with-profiles",
  (input: WorkflowData<BatchVariantsWithProfilesInput>) => {
    const result = batchProductVariantsWorkflow.runAsStep({
      input: input.batch,
    })
    const flags = transform({ input, result }, (it) => {
      const { product_id, profiles, batch } = it.input
      const flag = (id: string | undefined, data: VariantData | undefined) =>
        id && data?.active !== undefined
          ? [{ variant_id: id, product_id, active: data.active }]
          : []
      return [
        ...it.result.created.flatMap(({ id }, at) =>
          flag(id, profiles.create[at])
        ),
        ...(batch.update ?? []).flatMap(({ id }, at) =>
          flag(id, profiles.update[at])
        ),
      ]
    })
    switchVariantsStep(flags)
    return new WorkflowResponse(result)
  }
)
