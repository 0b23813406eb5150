import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import type { VariantActive } from "../../../modules/product-profile/types"
import { emptySkus, type FilledSku, fillSkus } from "./fill-skus"

/** `additional_data.profile` of core's variant routes. */
export type VariantData = { active?: boolean }

export const variantDataOf = (
  additional: Record<string, unknown> | undefined | null
): VariantData | undefined =>
  (additional?.profile as VariantData | null | undefined) ?? undefined

type Written = {
  product_variants: { id: string; product_id?: string | null }[]
  additional_data?: Record<string, unknown>
}

type Scope = { container: MedusaContainer }
type Before = { flags: VariantActive[]; skus: FilledSku[] }

const profiles = (container: MedusaContainer): ProductProfileService =>
  container.resolve(PRODUCT_PROFILE_MODULE)

export async function switchVariants(
  container: MedusaContainer,
  flags: readonly VariantActive[]
): Promise<VariantActive[]> {
  return flags.length ? profiles(container).setVariantsActive(flags) : []
}

/** Switches what core has written on or off, and fills missing SKUs. */
export async function writeVariants(
  { product_variants, additional_data }: Written,
  { container }: Scope
) {
  const { active } = variantDataOf(additional_data) ?? {}
  const flags = product_variants.flatMap(({ id, product_id }) =>
    active === undefined || !product_id
      ? []
      : [{ variant_id: id, product_id, active }]
  )
  const ids = product_variants.map(({ id }) => id)
  const skus = ids.length ? await fillSkus(container, { id: ids }) : []
  return new StepResponse(undefined, {
    flags: await switchVariants(container, flags),
    skus,
  })
}

export async function unwriteVariants(
  before: Before | undefined,
  { container }: Scope
): Promise<void> {
  await switchVariants(container, before?.flags ?? [])
  await emptySkus(container, before?.skus)
}
