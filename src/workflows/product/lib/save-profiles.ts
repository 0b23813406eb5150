import type { MedusaContainer } from "@medusajs/framework/types"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import type {
  CostInput,
  ProfileBefore,
  ProfileInput,
  SaveProfileInput,
} from "../../../modules/product-profile/types"
import { Refusal, type RefusalDetail } from "../../refusal"

/** `additional_data.profile` of core's product routes. */
export type ProfileData = ProfileInput & { cost_price?: CostInput | null }

export function profileDataOf(
  additional: Record<string, unknown> | undefined | null
): ProfileData | undefined {
  return (additional?.profile as ProfileData | null | undefined) ?? undefined
}

export const toSave = (
  product_id: string,
  { cost_price, ...profile }: ProfileData
): SaveProfileInput => ({ product_id, profile, cost: cost_price })

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

/** Two who save one title at once both pass the check; the index decides. */
const isTakenTitle = (error: unknown) =>
  error instanceof Error && /meta_title_key/.test(error.message)

export async function saveProfiles(
  container: MedusaContainer,
  rows: readonly SaveProfileInput[]
): Promise<ProfileBefore[]> {
  if (!rows.length) {
    return []
  }
  try {
    return await profiles(container).saveProfiles(rows)
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

export async function restoreProfiles(
  container: MedusaContainer,
  before: readonly ProfileBefore[] | undefined
): Promise<void> {
  if (before?.length) {
    await profiles(container).restoreProfiles(before)
  }
}
