import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../lib/hooks/use-format"
import type { BoxView } from "../../lib/original-box/types"
import { Toggle } from "../common/toggle"

type BoxStockProps = {
  box: BoxView | null
  counted: boolean
  disabled: boolean
  onChange: (counted: boolean) => void
}

/** Boxes are counted as Medusa counts everything: as an inventory item. */
export function BoxStock({ box, counted, disabled, onChange }: BoxStockProps) {
  const { t } = useTranslation("original-box")
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Toggle
        label={t("count")}
        hint={t("countHint")}
        checked={counted}
        disabled={disabled}
        onChange={onChange}
      />
      {counted && box?.inventory_item_id && (
        <Text size="small">
          {t("available", { number: format.number(box.available ?? 0) })}{" "}
          <Link
            to={`/inventory/${box.inventory_item_id}`}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded outline-none"
          >
            {t("openStock")}
          </Link>
        </Text>
      )}
    </div>
  )
}
