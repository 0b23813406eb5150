import { Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../common/field"

type NoteFieldProps = {
  hint: string
  value: string
  onChange: (value: string) => void
}

/** As long as the API takes it. */
const MOST = 500

export function NoteField({ hint, value, onChange }: NoteFieldProps) {
  const { t } = useTranslation("cash")
  return (
    <Field label={t("facts.note")} hint={hint}>
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={3}
          maxLength={MOST}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
