import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

export type Wiring = {
  id: string
  "aria-describedby"?: string
  "aria-invalid"?: true
}

type FieldProps = {
  label: string
  hint?: string
  /** What is wrong with it; shown in place of the hint. */
  error?: string
  /** The control, wired to its label and hint. */
  children: (wiring: Wiring) => ReactNode
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = `${id}-hint`
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children({
        id,
        "aria-describedby": (error ?? hint) ? described : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {(error ?? hint) && (
        <Hint id={described} variant={error ? "error" : "info"}>
          {error ?? hint}
        </Hint>
      )}
    </div>
  )
}
