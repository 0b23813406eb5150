import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import type { Story } from "../../../lib/mobile-payments/types"
import { useStoryAction } from "../../../lib/mobile-payments/use-story-action"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

type AskPhoneProps = { story: Story }

export function AskPhone({ story }: AskPhoneProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const [open, setOpen] = useState(false)
  const [phone, setPhone] = useState("")
  const amount = money(story.amount, story.currency_code)

  const ask = useStoryAction({
    orderId: story.order_id,
    action: "ask",
    body: () => (phone.trim() ? { phone: phone.trim() } : {}),
    say: ({ attempts }) => {
      const asked = attempts.at(-1)
      if (asked?.state === "refused") {
        const reason = t(`reason.${asked.reason ?? "unknown"}`)
        return { tone: "warning", text: t("ask.refused", { reason }) }
      }
      return asked?.state === "unknown"
        ? { tone: "warning", text: t("ask.unknown") }
        : { tone: "success", text: t("ask.done") }
    },
    onDone: () => setOpen(false),
  })

  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("ask.action")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setPhone("")
        setOpen(next)
      }}
      title={t("ask.title")}
      description={t("ask.description", { amount })}
      submit={t("ask.submit", { amount })}
      onSubmit={() => ask.mutate()}
      pending={ask.isPending}
    >
      <Field label={t("ask.phone")} hint={t("ask.phoneHint")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="tel"
            autoComplete="off"
            maxLength={40}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
