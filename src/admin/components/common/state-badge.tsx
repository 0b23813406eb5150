import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"

export type BadgeColor = ComponentProps<typeof StatusBadge>["color"]

type StateBadgeProps = { color: BadgeColor; children: ReactNode }

/** A state in words; the colour only repeats what the words say. */
export function StateBadge({ color, children }: StateBadgeProps) {
  return (
    <StatusBadge color={color} className="text-nowrap">
      {children}
    </StatusBadge>
  )
}
