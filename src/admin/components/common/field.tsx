import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

export type Wiring = { id: string; "aria-describedby"?: string }

type FieldProps = {
  label: string
  hint?: string
  /** The control, wired to its label and hint. */
  children: (wiring: Wiring) => ReactNode
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  const described = `${id}-hint`
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children({ id, "aria-describedby": hint ? described : undefined })}
      {hint && <Hint id={described}>{hint}</Hint>}
    </div>
  )
}
