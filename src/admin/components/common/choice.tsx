import { Select } from "@medusajs/ui"
import { Field } from "./field"

type ChoiceProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  /** What stands for no choice; it gives the empty value. */
  all?: string
  hint?: string
  error?: string
  onChange: (value: string) => void
}

/** The select refuses an empty value of its own. */
const ALL = "all"

export function Choice({
  label,
  value,
  options,
  all,
  hint,
  error,
  onChange,
}: ChoiceProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Select
          size="small"
          value={value || ALL}
          onValueChange={(next) => onChange(next === ALL ? "" : next)}
        >
          <Select.Trigger {...wiring}>
            <span className="min-w-0 truncate">
              <Select.Value />
            </span>
          </Select.Trigger>
          <Select.Content>
            {all && <Select.Item value={ALL}>{all}</Select.Item>}
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value}>
                {option.label}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
