import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type StoryListProps<Item> = {
  title: string
  empty?: string
  items: readonly Item[]
  children: (item: Item) => ReactNode
}

/** A part of the story: a heading and what happened under it. */
export function StoryList<Item extends { id: string }>({
  title,
  empty,
  items,
  children,
}: StoryListProps<Item>) {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h3">{title}</Heading>
      {items.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {empty}
        </Text>
      )}
      <ul className="flex flex-col gap-y-4">
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
    </div>
  )
}
