import { Button, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { mobilePaymentKeys } from "../../../lib/mobile-payments/queries"
import type { Difference } from "../../../lib/mobile-payments/types"
import { sdk } from "../../../lib/sdk"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { KnownFacts } from "./known-facts"

type ResolveDifferenceProps = { difference: Difference }

const LENGTH = { least: 3, most: 500 }

export function ResolveDifference({ difference }: ResolveDifferenceProps) {
  const { t } = useTranslation("mobile-payments")
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState("")
  const resolution = words.trim()

  const resolve = useAction({
    run: () =>
      sdk.client.fetch(
        `/admin/mobile-payments/differences/${difference.id}/resolve`,
        { method: "POST", body: { resolution } }
      ),
    say: () => ({ tone: "success", text: t("resolve.done") }),
    onDone: () => setOpen(false),
    stale: [mobilePaymentKeys.all],
  })

  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("resolve.action")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setWords("")
        setOpen(next)
      }}
      title={t("resolve.title")}
      description={t("resolve.description")}
      submit={t("resolve.submit")}
      onSubmit={() => resolve.mutate()}
      pending={resolve.isPending}
      disabled={resolution.length < LENGTH.least}
    >
      <dl className="flex flex-col gap-y-2">
        <KnownFacts difference={difference} />
      </dl>
      <Field
        label={t("resolve.explanation")}
        hint={t("resolve.explanationHint")}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            required
            rows={5}
            maxLength={LENGTH.most}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
