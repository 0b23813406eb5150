import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCashAction } from "../../lib/cash/queries"
import { amountOf } from "../../lib/cash/state"
import type { Cash } from "../../lib/cash/types"
import { useDifferenceText } from "../../lib/cash/use-difference-text"
import { useFormat } from "../../lib/hooks/use-format"
import { ConfirmAction } from "../common/confirm-action"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { NoteField } from "./note-field"

type CollectCashProps = { cash: Cash }

export function CollectCash({ cash }: CollectCashProps) {
  const { t } = useTranslation("cash")
  const { money } = useFormat()
  const spell = (amount: number) => money(amount, cash.currency_code)
  const differenceText = useDifferenceText(cash.currency_code)

  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")

  const amount = amountOf(typed)
  const words = {
    amount: spell(amount ?? 0),
    due: spell(cash.amount_due),
    difference: differenceText((amount ?? 0) - cash.amount_due),
  }

  const collect = useCashAction({
    orderId: cash.order_id,
    say: ({ amount_collected }) => ({
      tone: "success",
      text: t("collect.done", { amount: spell(amount_collected ?? 0) }),
    }),
    onDone: () => setOpen(false),
  })

  return (
    <>
      <FormDrawer
        trigger={
          <Button size="small" variant="secondary">
            {t("collect.action")}
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setTyped(String(cash.amount_due))
          setNote("")
          setOpen(next)
        }}
        title={t("collect.title")}
        description={t("collect.description", { amount: words.due })}
        submit={t("collect.submit")}
        onSubmit={() => setAsking(true)}
        pending={collect.isPending}
        disabled={amount === undefined}
      >
        <Field
          label={t("collect.amount", {
            currency: cash.currency_code.toUpperCase(),
          })}
          hint={t("collect.amountHint")}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="number"
              inputMode="decimal"
              required
              min={0}
              step="any"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {amount !== undefined && (
          <Text size="small" weight="plus" aria-live="polite">
            {words.difference}
          </Text>
        )}
        <NoteField
          hint={t("collect.noteHint")}
          value={note}
          onChange={setNote}
        />
      </FormDrawer>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("collect.confirmTitle", words)}
        description={t("collect.confirm", words)}
        confirm={t("collect.confirmAction", words)}
        onConfirm={() =>
          collect.mutate({
            action: "collect",
            amount: amount ?? 0,
            ...(note.trim() ? { note: note.trim() } : {}),
          })
        }
      />
    </>
  )
}
