import { useTranslation } from "react-i18next"
import { READ, useBox } from "../../lib/original-box/queries"
import { ErrorState } from "../common/error-state"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { StateBadge } from "../common/state-badge"
import { BoxEditor } from "./box-editor"

type BoxPanelProps = { productId: string }

/** Whether a product is sold with its original box, and for how much. */
export function BoxPanel({ productId }: BoxPanelProps) {
  const { t } = useTranslation("original-box")
  const { data, error, isFetching, refetch } = useBox(productId)

  if (data) {
    const { original_box: box, markets } = data
    const offered = Boolean(box?.offered)
    return (
      <Section
        title={t("title")}
        aside={
          <StateBadge color={offered ? "green" : "grey"}>
            {t(offered ? "offered" : "notOffered")}
          </StateBadge>
        }
      >
        <BoxEditor
          // What was saved is what the form begins with.
          key={JSON.stringify(box)}
          productId={productId}
          box={box}
          markets={markets}
        />
      </Section>
    )
  }
  return (
    <Section title={t("title")}>
      {error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}
