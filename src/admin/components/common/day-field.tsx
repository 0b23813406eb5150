import { Input } from "@medusajs/ui"
import { Field } from "./field"

type DayFieldProps = {
  label: string
  /** `2026-01-31`, or empty. */
  value: string
  min?: string
  max?: string
  onChange: (value: string) => void
}

export function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          type="date"
          size="small"
          min={min || undefined}
          max={max || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
