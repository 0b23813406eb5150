import { Button, RadioGroup, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { useFormat } from "../../../lib/hooks/use-format"
import { mobilePaymentKeys } from "../../../lib/mobile-payments/queries"
import type { MoneyReturn } from "../../../lib/mobile-payments/types"
import { CORE_ORDERS } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { ConfirmAction } from "../../common/confirm-action"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

type EndReturnProps = { returned: MoneyReturn }

const ENDS = ["done", "failed"] as const
type End = (typeof ENDS)[number]

const NOTE = { least: 3, most: 500 }

const questions = {
  done: {
    title: "end.confirmDoneTitle",
    text: "end.confirmDone",
    confirm: "end.confirmDoneAction",
  },
  failed: {
    title: "end.confirmFailedTitle",
    text: "end.confirmFailed",
    confirm: "end.confirmFailedAction",
  },
}

/** For a return whose answer never came: a person has looked how it ended. */
export function EndReturn({ returned }: EndReturnProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [state, setState] = useState<End>("done")
  const [note, setNote] = useState("")
  const words = { amount: money(returned.amount, returned.currency_code) }
  const question = questions[state]

  const end = useAction({
    run: () =>
      sdk.client.fetch<{ money_return: MoneyReturn }>(
        `/admin/mobile-payments/returns/${returned.id}/end`,
        { method: "POST", body: { state, note: note.trim() } }
      ),
    say: ({ money_return }) =>
      money_return.state === "done"
        ? { tone: "success", text: t("end.recorded", words) }
        : { tone: "info", text: t("end.givenUp", words) },
    onDone: () => setOpen(false),
    stale: [mobilePaymentKeys.all, CORE_ORDERS],
  })

  return (
    <>
      <FormDrawer
        trigger={
          <Button size="small" variant="secondary">
            {t("end.action")}
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setState("done")
          setNote("")
          setOpen(next)
        }}
        title={t("end.title")}
        description={t("end.description", words)}
        submit={t("end.submit")}
        onSubmit={() => setAsking(true)}
        pending={end.isPending}
        disabled={note.trim().length < NOTE.least}
      >
        <RadioGroup
          aria-label={t("end.way")}
          value={state}
          onValueChange={(next) => setState(next as End)}
        >
          {ENDS.map((name) => (
            <RadioGroup.ChoiceBox
              key={name}
              value={name}
              label={t(`end.${name}`)}
              description={t(`end.${name}Hint`)}
            />
          ))}
        </RadioGroup>
        <Field label={t("end.note")} hint={t("end.noteHint")}>
          {(wiring) => (
            <Textarea
              {...wiring}
              required
              rows={3}
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
        title={t(question.title, words)}
        description={t(question.text, words)}
        confirm={t(question.confirm, words)}
        onConfirm={() => end.mutate()}
      />
    </>
  )
}
