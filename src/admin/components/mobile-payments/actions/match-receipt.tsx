import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { unpaidAttempts } from "../../../lib/mobile-payments/state"
import type { Story } from "../../../lib/mobile-payments/types"
import { useStoryAction } from "../../../lib/mobile-payments/use-story-action"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

type MatchReceiptProps = { story: Story }

/** What the API takes for a receipt. */
const RECEIPT = /^[A-Z0-9]{6,20}$/

export function MatchReceipt({ story }: MatchReceiptProps) {
  const { t } = useTranslation("mobile-payments")
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState("")
  const [receipt, setReceipt] = useState("")
  const attempts = unpaidAttempts(story).reverse()
  const attempt = chosen || attempts[0]?.id

  const match = useStoryAction({
    orderId: story.order_id,
    action: "match",
    body: () => ({ attempt_id: attempt, receipt }),
    say: ({ state }) =>
      state === "paid" || state === "settling"
        ? { tone: "success", text: t("match.done") }
        : { tone: "warning", text: t("match.notPaid") },
    onDone: () => setOpen(false),
  })

  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("match.action")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setChosen("")
        setReceipt("")
        setOpen(next)
      }}
      title={t("match.title")}
      description={t("match.description")}
      submit={t("match.submit")}
      onSubmit={() => match.mutate()}
      pending={match.isPending}
      disabled={!RECEIPT.test(receipt)}
    >
      <Choice
        label={t("match.attempt")}
        value={attempt}
        onChange={setChosen}
        options={attempts.map(({ id, number, phone, state }) => ({
          value: id,
          label: `${t("widget.attempt", { number })} · ${phone} · ${t(`attemptState.${state}`)}`,
        }))}
      />
      <Field label={t("match.receipt")} hint={t("match.receiptHint")}>
        {(wiring) => (
          <Input
            {...wiring}
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            value={receipt}
            onChange={(event) =>
              setReceipt(event.target.value.toUpperCase().replace(/\s/g, ""))
            }
          />
        )}
      </Field>
    </FormDrawer>
  )
}
