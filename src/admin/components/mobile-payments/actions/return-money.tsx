import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import { leftToReturn } from "../../../lib/mobile-payments/state"
import type { Story } from "../../../lib/mobile-payments/types"
import { useStoryAction } from "../../../lib/mobile-payments/use-story-action"
import { ConfirmAction } from "../../common/confirm-action"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

type ReturnMoneyProps = { story: Story }
type Way = "reversal" | "manual"

const NOTE = { least: 2, most: 90 }

export function ReturnMoney({ story }: ReturnMoneyProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const spell = (amount: number) => money(amount, story.currency_code)
  const { left, whole } = leftToReturn(story)

  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [way, setWay] = useState<Way>("manual")
  const [sent, setSent] = useState("")
  const [note, setNote] = useState("")

  const amount = way === "reversal" ? left : Number(sent)
  const spelled = { amount: spell(amount) }
  const valid =
    amount > 0 &&
    amount <= left &&
    (note.trim() === "" || note.trim().length >= NOTE.least)

  const give = useStoryAction({
    orderId: story.order_id,
    action: "return",
    body: () => ({
      way,
      amount,
      ...(note.trim() ? { note: note.trim() } : {}),
    }),
    say: ({ returns }) => {
      const returned = newest(returns)
      const amount = spell(returned.amount)
      switch (returned.state) {
        case "done":
          return { tone: "success", text: t("give.done", { amount }) }
        case "failed":
          return { tone: "warning", text: t("give.failed", { amount }) }
        default:
          return { tone: "info", text: t("give.started", { amount }) }
      }
    },
    onDone: () => setOpen(false),
  })

  return (
    <>
      <FormDrawer
        trigger={
          <Button size="small" variant="secondary">
            {t("give.action")}
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setWay(whole ? "reversal" : "manual")
          setSent(String(left))
          setNote("")
          setOpen(next)
        }}
        title={t("give.title")}
        description={t("give.description", {
          left: spell(left),
          amount: spell(story.amount),
        })}
        submit={t("give.submit")}
        onSubmit={() => setAsking(true)}
        pending={give.isPending}
        disabled={!valid}
      >
        <RadioGroup
          aria-label={t("give.way")}
          value={way}
          onValueChange={(next) => setWay(next as Way)}
        >
          <RadioGroup.ChoiceBox
            value="reversal"
            disabled={!whole}
            label={t("give.reversal")}
            description={
              whole
                ? t("give.reversalHint", { amount: spell(left) })
                : t("give.reversalOff")
            }
          />
          <RadioGroup.ChoiceBox
            value="manual"
            label={t("give.manual")}
            description={t("give.manualHint")}
          />
        </RadioGroup>
        {way === "manual" && (
          <Field
            label={t("give.amount", {
              currency: story.currency_code.toUpperCase(),
            })}
            hint={t("give.amountHint", { left: spell(left) })}
          >
            {(wiring) => (
              <Input
                {...wiring}
                type="number"
                inputMode="decimal"
                required
                min={0}
                max={left}
                step="any"
                value={sent}
                onChange={(event) => setSent(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t("give.note")} hint={t("give.noteHint")}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={NOTE.most}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </FormDrawer>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t(
          way === "reversal"
            ? "give.confirmReversalTitle"
            : "give.confirmManualTitle",
          spelled
        )}
        description={t(
          way === "reversal" ? "give.confirmReversal" : "give.confirmManual",
          spelled
        )}
        confirm={t(
          way === "reversal"
            ? "give.confirmReversalAction"
            : "give.confirmManualAction",
          spelled
        )}
        onConfirm={() => give.mutate()}
      />
    </>
  )
}

const newest = (returns: Story["returns"]) =>
  [...returns].sort((a, b) => b.created_at.localeCompare(a.created_at))[0]
