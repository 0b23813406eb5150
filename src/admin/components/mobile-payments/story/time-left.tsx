import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import { useNow } from "../../../lib/hooks/use-now"

type TimeLeftProps = { until: string }

const SECOND = 1_000

export function TimeLeft({ until }: TimeLeftProps) {
  const { t } = useTranslation("mobile-payments")
  const { duration } = useFormat()
  const left = new Date(until).getTime() - useNow(SECOND)
  return left > 0 ? (
    <span role="timer" className="tabular-nums">
      {duration(left)}
    </span>
  ) : (
    <span>{t("widget.timeOver")}</span>
  )
}
