import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useProductTitle } from "../../lib/reviews/queries"

type ProductNoteProps = { id: string; onClear: () => void }

/** Says that the list is about one product only. */
export function ProductNote({ id, onClear }: ProductNoteProps) {
  const { t } = useTranslation("reviews")
  const title = useProductTitle(id)
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
      <Text size="small" className="min-w-0 break-words">
        {t("onlyOf", { product: title ?? "…" })}
      </Text>
      <Button size="small" variant="transparent" onClick={onClear}>
        {t("allProducts")}
      </Button>
    </div>
  )
}
