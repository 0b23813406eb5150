import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type NoticeProps = {
  icon: ReactNode
  title: string
  text: string
  /** What can be done about it. */
  children?: ReactNode
}

/** Something that stands in the place of what was asked for. */
export function Notice({ icon, title, text, children }: NoticeProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-3 px-6 py-12 text-center"
    >
      <span className="text-ui-fg-subtle">{icon}</span>
      <div className="flex max-w-md flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {text}
        </Text>
      </div>
      {children}
    </div>
  )
}
