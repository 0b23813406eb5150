import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"
import type { Wanted } from "../../lib/wishlists/queries"
import { StateBadge } from "../common/state-badge"

type StockLeftProps = { wanted: Pick<Wanted, "stock" | "title"> }

export function StockLeft({ wanted: { stock, title } }: StockLeftProps) {
  const { t } = useTranslation("wishlists")
  const { number } = useFormat()
  if (title === null) {
    return <>–</>
  }
  if (stock === null) {
    return <span className="text-ui-fg-subtle">{t("stock.uncounted")}</span>
  }
  return stock > 0 ? (
    <>{number(stock)}</>
  ) : (
    <span className="flex justify-end">
      <StateBadge color="red">{t("stock.out")}</StateBadge>
    </span>
  )
}
