import type { MedusaContainer } from "@medusajs/framework/types"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { PRODUCT_COST_MODULE } from "../../../modules/product-cost"
import type { ProductCostService } from "../../../modules/product-cost/service"
import type {
  CostInput,
  SaveCostInput,
} from "../../../modules/product-cost/types"
import type {
  ProfileBefore,
  ProfileInput,
} from "../../../modules/product-profile/types"
import { Refusal, type RefusalDetail } from "../../refusal"

/** `additional_data.profile` of core's product routes. */
export type ProfileData = ProfileInput & { cost_price?: CostInput | null }

export function profileDataOf(
  additional: Record<string, unknown> | undefined | null
): ProfileData | undefined {
  return (additional?.profile as ProfileData | null | undefined) ?? undefined
}

export type SaveProfile = { product_id: string; data: ProfileData }

export type SavedBefore = { profiles: ProfileBefore[]; costs: SaveCostInput[] }

export function refuseTakenTitle(details: RefusalDetail[]): void {
  if (details.length) {
    throw new Refusal(
      "meta_title_taken",
      "Another product has this meta title already.",
      { details }
    )
  }
}

const profiles = (container: MedusaContainer): ProductProfileService =>
  container.resolve(PRODUCT_PROFILE_MODULE)

const costs = (container: MedusaContainer): ProductCostService =>
  container.resolve(PRODUCT_COST_MODULE)

/** Two who save one title at once both pass the check; the index decides. */
const isTakenTitle = (error: unknown) =>
  error instanceof Error && /meta_title_key/.test(error.message)

async function saveTexts(
  container: MedusaContainer,
  rows: readonly SaveProfile[]
): Promise<ProfileBefore[]> {
  try {
    return await profiles(container).saveProfiles(
      rows.map(({ product_id, data: { cost_price: _cost, ...profile } }) => ({
        product_id,
        profile,
      }))
    )
  } catch (error) {
    if (isTakenTitle(error)) {
      refuseTakenTitle([
        {
          field: "additional_data.profile.meta_title",
          message: "is already taken",
        },
      ])
    }
    throw error
  }
}

/** Texts and costs are two modules' affair; either both are saved or neither. */
export async function saveProfiles(
  container: MedusaContainer,
  rows: readonly SaveProfile[]
): Promise<SavedBefore> {
  const before: SavedBefore = {
    profiles: rows.length ? await saveTexts(container, rows) : [],
    costs: [],
  }
  const priced = rows.flatMap(({ product_id, data: { cost_price } }) =>
    cost_price === undefined ? [] : [{ product_id, cost: cost_price }]
  )
  try {
    return priced.length
      ? { ...before, costs: await costs(container).saveCosts(priced) }
      : before
  } catch (error) {
    await restoreProfiles(container, before)
    throw error
  }
}

export async function restoreProfiles(
  container: MedusaContainer,
  before: SavedBefore | undefined
): Promise<void> {
  if (before?.costs.length) {
    await costs(container).saveCosts(before.costs)
  }
  if (before?.profiles.length) {
    await profiles(container).restoreProfiles(before.profiles)
  }
}
