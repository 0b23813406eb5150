import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type OrderLinkProps = { id: string; number?: number | null }

export function OrderLink({ id, number }: OrderLinkProps) {
  const { t } = useTranslation("mobile-payments")
  return (
    <Link
      to={`/orders/${id}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus whitespace-nowrap rounded outline-none"
    >
      {number ? t("orderNumber", { number }) : t("openOrder")}
    </Link>
  )
}
