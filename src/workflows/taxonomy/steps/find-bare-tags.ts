import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveTag } from "../../../modules/taxonomy/types"
import { taxonomy } from "../lib/service"

export const findBareTagsStepId = "find-tags-without-profile"

/** Tags without a profile, of these or of all; the oldest name comes first. */
export const findBareTagsStep = createStep(
  findBareTagsStepId,
  async ({ ids }: { ids?: string[] }, { container }) => {
    const tags = await container
      .resolve(Modules.PRODUCT)
      .listProductTags(ids ? { id: ids } : {}, {
        select: ["id", "value"],
        take: null,
      })
    const held = await taxonomy(container).listTagProfiles(
      { tag_id: tags.map(({ id }) => id) },
      { select: ["tag_id"], take: null }
    )
    const known = new Set(held.map(({ tag_id }) => tag_id))
    return new StepResponse(
      tags
        .filter(({ id }) => !known.has(id))
        .map(({ id, value }): SaveTag => ({
          tag_id: id,
          name: value,
          profile: {},
        }))
    )
  }
)
