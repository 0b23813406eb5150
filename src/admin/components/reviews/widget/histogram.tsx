import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import type { Figures } from "../../../lib/reviews/queries"
import { STARS } from "../../../lib/reviews/state"

type HistogramProps = { figures: Figures }

/** How often each rating was given; the bars only repeat the numbers. */
export function Histogram({ figures }: HistogramProps) {
  const { t } = useTranslation("reviews")
  const { number } = useFormat()
  const all = Math.max(1, figures.rating_count)
  return (
    <dl className="flex min-w-0 flex-1 basis-56 flex-col gap-y-1">
      {STARS.map((stars) => {
        const count = figures[`count_${stars}`]
        return (
          <div key={stars} className="flex items-center gap-x-3">
            <Text
              asChild
              size="xsmall"
              className="text-ui-fg-subtle w-16 shrink-0"
            >
              <dt>{t("stars", { count: stars })}</dt>
            </Text>
            <div
              aria-hidden
              className="bg-ui-bg-component h-2 min-w-0 flex-1 overflow-hidden rounded-full"
            >
              <div
                className="bg-ui-tag-orange-icon h-full"
                style={{ width: `${(count / all) * 100}%` }}
              />
            </div>
            <Text
              asChild
              size="xsmall"
              className="w-10 shrink-0 text-right tabular-nums"
            >
              <dd>{number(count)}</dd>
            </Text>
          </div>
        )
      })}
    </dl>
  )
}
