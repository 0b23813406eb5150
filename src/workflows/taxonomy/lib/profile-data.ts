import type {
  CategoryProfileInput,
  TagProfileInput,
} from "../../../modules/taxonomy/types"

type AdditionalData = Record<string, unknown> | undefined | null

/** `additional_data.profile` of the tag routes. */
export const tagDataOf = (data: AdditionalData): TagProfileInput =>
  (data?.profile as TagProfileInput | null | undefined) ?? {}

/** `additional_data.profile` of the category routes; none makes no row. */
export const categoryDataOf = (
  data: AdditionalData
): CategoryProfileInput | undefined =>
  (data?.profile as CategoryProfileInput | null | undefined) ?? undefined
