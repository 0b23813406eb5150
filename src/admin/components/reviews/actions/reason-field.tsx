import { Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../common/field"

const LONGEST = 500

type ReasonFieldProps = { value: string; onChange: (value: string) => void }

/** Why a review is not shown; it may stay empty. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation("reviews")
  return (
    <Field label={t("reject.reason")} hint={t("reject.reasonHint")}>
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={4}
          maxLength={LONGEST}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
