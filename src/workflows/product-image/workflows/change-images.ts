import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  releaseLockStep,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { planImagesStep } from "../steps/plan-images"
import { readImagesStep } from "../steps/read-images"
import { saveAltsStep } from "../steps/save-alts"
import type { ChangeImagesInput } from "../types"

export const changeProductImagesWorkflowId = "change-product-images"

/**
 * Adds, edits, moves or takes away images of a product, one change at a time.
 * Core's own workflows write them, so that their hooks and events happen.
 *
 * @property hooks.validate - Runs with the plan before anything is written.
 * @property hooks.productImagesChanged - Runs when it is written. An error
 * takes it back.
 */
export const changeProductImagesWorkflow = createWorkflow(
  changeProductImagesWorkflowId,
  (input: WorkflowData<ChangeImagesInput>) => {
    const key = transform({ input }, (it) => `images:${it.input.product_id}`)
    acquireLockStep({ key, timeout: 5, ttl: 30 })
    const plan = planImagesStep(input)
    const validate = createHook("validate", { input, plan })
    updateProductsWorkflow.runAsStep({
      input: transform({ input, plan }, (it) => ({
        selector: { id: it.input.product_id },
        update: {
          images: it.plan.images,
          ...(it.plan.thumbnail ? { thumbnail: it.plan.thumbnail } : {}),
        },
      })),
    })
    saveAltsStep(
      transform({ input, plan }, (it) => ({
        product_id: it.input.product_id,
        alts: it.plan.alts,
      }))
    )
    when(
      "variants-have-another-primary",
      { plan },
      (it) => it.plan.variants.length > 0
    ).then(() =>
      updateProductVariantsWorkflow.runAsStep({
        input: transform({ plan }, (it) => ({
          product_variants: it.plan.variants,
        })),
      })
    )
    const images = readImagesStep(input.product_id)
    const productImagesChanged = createHook("productImagesChanged", {
      input,
      images,
    })
    releaseLockStep({ key })
    return new WorkflowResponse(images, {
      hooks: [validate, productImagesChanged],
    })
  }
)
