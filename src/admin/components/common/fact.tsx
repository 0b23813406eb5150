import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type FactProps = { label: string; children: ReactNode }

/** One line of a list of facts (`dl`). */
export function Fact({ label, children }: FactProps) {
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-4">
      <Text
        asChild
        size="small"
        leading="compact"
        className="text-ui-fg-subtle"
      >
        <dt>{label}</dt>
      </Text>
      <Text asChild size="small" leading="compact" className="break-words">
        <dd>{children}</dd>
      </Text>
    </div>
  )
}
