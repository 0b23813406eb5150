import { useTranslation } from "react-i18next"
import { useFormat } from "../hooks/use-format"
import { detailAt } from "../problem-at"
import { ShopError } from "../shop-fetch"

/**
 * What is wrong with a field of a coupon, in the person's language: by the word
 * of the refusal, or what the field takes where it has none.
 */
export function useProblems(error: unknown) {
  const { t } = useTranslation("coupons")
  const { number } = useFormat()
  return (field: string) => {
    const detail = detailAt(error, field)
    if (!detail) {
      return undefined
    }
    const taken = error instanceof ShopError && error.code === "duplicate"
    const reason = taken ? "taken" : (detail.reason ?? "")
    return t(`problem.${reason}`, {
      limit: number(detail.limit ?? 0),
      defaultValue: t(`wrong.${field}`),
    })
  }
}
