import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWaitingCount } from "../../lib/reviews/queries"

type WaitingNoteProps = { onShow: () => void }

/** How many reviews wait for a decision; nothing when none does. */
export function WaitingNote({ onShow }: WaitingNoteProps) {
  const { t } = useTranslation("reviews")
  const count = useWaitingCount()
  if (!count) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
      <Text size="small">{t("waiting", { count })}</Text>
      <Button size="small" variant="secondary" onClick={onShow}>
        {t("showWaiting")}
      </Button>
    </div>
  )
}
