import { Switch, Text } from "@medusajs/ui"
import { useId } from "react"

type ToggleProps = {
  label: string
  hint: string
  checked: boolean
  disabled: boolean
  onChange: (checked: boolean) => void
}

/** Something that is so or not, said in words beside the switch. */
export function Toggle({
  label,
  hint,
  checked,
  disabled,
  onChange,
}: ToggleProps) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-x-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text asChild size="small" leading="compact" weight="plus">
          <label htmlFor={id}>{label}</label>
        </Text>
        <Text size="small" className="text-ui-fg-subtle" id={`${id}-hint`}>
          {hint}
        </Text>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="shrink-0"
      />
    </div>
  )
}
