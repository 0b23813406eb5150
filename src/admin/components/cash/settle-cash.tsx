import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCashAction } from "../../lib/cash/queries"
import type { Cash } from "../../lib/cash/types"
import { useFormat } from "../../lib/hooks/use-format"
import { ConfirmAction } from "../common/confirm-action"
import { FormDrawer } from "../common/form-drawer"
import { NoteField } from "./note-field"

type SettleCashProps = { cash: Cash }

export function SettleCash({ cash }: SettleCashProps) {
  const { t } = useTranslation("cash")
  const { money } = useFormat()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState("")
  const words = {
    amount: money(cash.amount_collected ?? 0, cash.currency_code),
  }

  const settle = useCashAction({
    orderId: cash.order_id,
    say: () => ({ tone: "success", text: t("settle.done", words) }),
    onDone: () => setOpen(false),
  })

  return (
    <>
      <FormDrawer
        trigger={
          <Button size="small" variant="secondary">
            {t("settle.action")}
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setNote("")
          setOpen(next)
        }}
        title={t("settle.title")}
        description={t("settle.description", words)}
        submit={t("settle.submit")}
        onSubmit={() => setAsking(true)}
        pending={settle.isPending}
      >
        <NoteField
          hint={t("settle.noteHint")}
          value={note}
          onChange={setNote}
        />
      </FormDrawer>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("settle.confirmTitle", words)}
        description={t("settle.confirm", words)}
        confirm={t("settle.confirmAction")}
        onConfirm={() =>
          settle.mutate({
            action: "settle",
            ...(note.trim() ? { note: note.trim() } : {}),
          })
        }
      />
    </>
  )
}
