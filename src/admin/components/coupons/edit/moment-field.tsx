import { Input } from "@medusajs/ui"
import type { Moment } from "../../../lib/coupons/moments"
import { Field } from "../../common/field"

type MomentFieldProps = {
  label: string
  timeLabel: string
  hint: string
  error?: string
  value: Moment
  onChange: (value: Moment) => void
}

/** A day of the shop, and a time of its clock if the day is not whole. */
export function MomentField({
  label,
  timeLabel,
  hint,
  error,
  value,
  onChange,
}: MomentFieldProps) {
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-x-3">
      <Field label={label} hint={hint} error={error}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            size="small"
            value={value.day}
            onChange={({ target }) => onChange({ ...value, day: target.value })}
          />
        )}
      </Field>
      <Field label={timeLabel}>
        {(wiring) => (
          <Input
            {...wiring}
            type="time"
            size="small"
            value={value.time}
            onChange={({ target }) =>
              onChange({ ...value, time: target.value })
            }
          />
        )}
      </Field>
    </div>
  )
}
