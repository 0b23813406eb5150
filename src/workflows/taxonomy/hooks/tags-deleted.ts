import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { refuseNeededTags } from "../lib/needed-tags"
import { taxonomy } from "../lib/service"

/** A deleted tag holds its slug no longer. */
deleteProductTagsWorkflow.hooks.productTagsDeleted(
  async ({ ids }, { container }) => {
    await refuseNeededTags(container, ids)
    await taxonomy(container).hideTags(ids)
    return new StepResponse(undefined, ids)
  },
  async (ids: string[] | undefined, { container }) => {
    await taxonomy(container).bringBackTags(ids ?? [])
  }
)
