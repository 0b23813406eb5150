import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Review } from "../../lib/reviews/types"
import { Moment } from "../common/moment"

const LINK =
  "text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus break-words rounded outline-none"

type ToProps = { to: string; children: ReactNode }

const To = ({ to, children }: ToProps) => (
  <Link to={to} className={LINK}>
    <bdi>{children}</bdi>
  </Link>
)

const nameOf = ({ customer, author_name }: Review) =>
  [customer?.first_name, customer?.last_name].filter(Boolean).join(" ") ||
  customer?.email ||
  author_name

type ReviewFactsProps = { review: Review; withProduct?: boolean }

/** Who wrote when, about what. */
export function ReviewFacts({ review, withProduct = true }: ReviewFactsProps) {
  const { t } = useTranslation("reviews")
  const { product, customer, order, helpful_count } = review
  const name = nameOf(review)
  return (
    <Text
      size="xsmall"
      className="text-ui-fg-subtle flex min-w-0 flex-wrap gap-x-3 gap-y-1 break-words"
    >
      {withProduct &&
        (product ? (
          <To to={`/products/${product.id}`}>{product.title}</To>
        ) : (
          <span>{t("productGone")}</span>
        ))}
      {customer ? (
        <To to={`/customers/${customer.id}`}>{name}</To>
      ) : (
        <span>{t("authorGone")}</span>
      )}
      {order && (
        <To to={`/orders/${order.id}`}>
          {t("orderNumber", { number: order.display_id })}
        </To>
      )}
      <Moment at={review.created_at} />
      {review.edited_at && <span>{t("edited")}</span>}
      {helpful_count > 0 && (
        <span>{t("helpful", { count: helpful_count })}</span>
      )}
    </Text>
  )
}
