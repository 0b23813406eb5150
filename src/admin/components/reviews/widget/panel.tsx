import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCan } from "../../../lib/hooks/use-can"
import { READ } from "../../../lib/reviews/queries"
import { Section } from "../../common/section"
import { PanelBody } from "./panel-body"

type ProductReviewsPanelProps = { productId: string }

export function ProductReviewsPanel({ productId }: ProductReviewsPanelProps) {
  const { t } = useTranslation("reviews")
  if (!useCan(READ)) {
    return null
  }
  return (
    <Section
      title={t("title")}
      aside={
        <Link
          to={`/reviews?product=${productId}`}
          className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded outline-none"
        >
          {t("widget.all")}
        </Link>
      }
    >
      <PanelBody productId={productId} />
    </Section>
  )
}
