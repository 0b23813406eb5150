import { Text } from "@medusajs/ui"

type EmptyStateProps = { title: string; hint: string }

/** Nothing is here, and what will be. */
export function EmptyState({ title, hint }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-12 text-center">
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {hint}
      </Text>
    </div>
  )
}
