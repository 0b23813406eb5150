import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"
import type { ProfiledProduct } from "../../lib/product-profile/types"
import { Fact } from "../common/fact"

type ProfileFactsProps = { product: ProfiledProduct }

/** What is said of the product; what is not said leaves no gap. */
export function ProfileFacts({ product }: ProfileFactsProps) {
  const { t } = useTranslation("product-profile")
  const { money } = useFormat()
  const profile = product.product_profile
  const cost = product.product_cost
  const warranty = profile?.has_warranty
    ? (profile.warranty ?? t("warranty.yes"))
    : profile?.warranty
  const facts: [string, ReactNode][] = [
    ["brand", profile?.brand],
    ["short_description", profile?.short_description],
    ["warrantyText", warranty],
    ["features", profile?.features.length ? list(profile.features) : null],
    [
      "specifications",
      profile?.specifications?.length
        ? list(
            profile.specifications.map(({ name, value }) => `${name}: ${value}`)
          )
        : null,
    ],
    ["meta_title", profile?.meta_title],
    ["meta_description", profile?.meta_description],
    ["video_url", profile?.video_url],
    ["sku_prefix", profile?.sku_prefix],
    ["low_stock_threshold", profile?.low_stock_threshold],
    ["cost_price.label", cost && money(cost.amount, cost.currency_code)],
    ["view_count", profile?.view_count],
    ["sold_count", profile?.sold_count],
  ]
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined && (
            <Fact key={name} label={t(`field.${name}`)}>
              {value}
            </Fact>
          )
      )}
    </dl>
  )
}

const list = (entries: readonly string[]) => (
  <ul className="flex flex-col gap-y-1">
    {entries.map((entry) => (
      <li key={entry}>{entry}</li>
    ))}
  </ul>
)
