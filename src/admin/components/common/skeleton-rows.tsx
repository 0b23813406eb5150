import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type SkeletonRowsProps = { rows?: number }

/** What is there before the answer: as many lines as will probably come. */
export function SkeletonRows({ rows = 5 }: SkeletonRowsProps) {
  const { t } = useTranslation("duka")
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="flex flex-col divide-y"
    >
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-x-4 px-6 py-4">
          <Skeleton className="h-4 w-24 shrink-0" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-16 shrink-0" />
        </div>
      ))}
    </div>
  )
}
