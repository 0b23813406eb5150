import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"

type TrendProps = { now: number; before: number }

/** What was added lately, and in as many days before. */
export function Trend({ now, before }: TrendProps) {
  const { t } = useTranslation("wishlists")
  const { number } = useFormat()
  return (
    <>
      {number(now)}{" "}
      <span className="text-ui-fg-subtle">
        {t("before", { before: number(before) })}
      </span>
    </>
  )
}
