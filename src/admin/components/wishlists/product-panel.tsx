import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isForbidden } from "../../lib/errors"
import { useFormat } from "../../lib/hooks/use-format"
import {
  READ,
  useWantedProduct,
  type Wanted,
} from "../../lib/wishlists/queries"
import { ErrorState } from "../common/error-state"
import { Fact } from "../common/fact"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { Trend } from "./trend"

type ProductPanelProps = { productId: string }

/** How much a product is wanted; not there for somebody who may not see it. */
export function ProductPanel({ productId }: ProductPanelProps) {
  const { t } = useTranslation("wishlists")
  const { data, error, isFetching, refetch } = useWantedProduct(productId)
  if (isForbidden(error)) {
    return null
  }
  return (
    <Section title={t("widget.title")}>
      {error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : data === undefined ? (
        <SkeletonRows rows={1} />
      ) : data === null ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("widget.none")}
        </Text>
      ) : (
        <Figures wanted={data} />
      )}
    </Section>
  )
}

function Figures({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation("wishlists")
  const { number } = useFormat()
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      <Fact label={t("columns.lists")}>{number(wanted.lists)}</Fact>
      <Fact label={t("columns.people")}>{number(wanted.people)}</Fact>
      <Fact label={t("columns.week")}>
        <Trend now={wanted.added_7d} before={wanted.previous_7d} />
      </Fact>
      <Fact label={t("columns.month")}>
        <Trend now={wanted.added_30d} before={wanted.previous_30d} />
      </Fact>
    </dl>
  )
}
