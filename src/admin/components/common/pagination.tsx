import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"

type PaginationProps = {
  count: number
  page: number
  size: number
  go: (page: number) => void
}

/** Which part of a list is shown, and the way to the others. */
export function Pagination({ count, page, size, go }: PaginationProps) {
  const { t } = useTranslation("duka")
  const { number } = useFormat()
  const pages = Math.max(1, Math.ceil(count / size))
  const from = count === 0 ? 0 : (page - 1) * size + 1
  return (
    <nav
      aria-label={t("pagination.label")}
      className="flex flex-wrap items-center justify-between gap-2 px-6 py-4"
    >
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("pagination.range", {
          from: number(Math.min(from, count)),
          to: number(Math.min(page * size, count)),
          count: number(count),
        })}
      </Text>
      <div className="flex gap-x-2">
        <Button
          size="small"
          variant="secondary"
          disabled={page <= 1}
          onClick={() => go(Math.min(page - 1, pages))}
        >
          {t("pagination.previous")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={page >= pages}
          onClick={() => go(page + 1)}
        >
          {t("pagination.next")}
        </Button>
      </div>
    </nav>
  )
}
