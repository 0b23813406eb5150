import { Text } from "@medusajs/ui"

type TwoLinesProps = { first: string; second: string | false }

/** A figure, and below it what more there is to say. */
export function TwoLines({ first, second }: TwoLinesProps) {
  return (
    <div className="flex flex-col gap-y-0.5 tabular-nums">
      <Text size="small" leading="compact">
        {first}
      </Text>
      {second && (
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {second}
        </Text>
      )}
    </div>
  )
}
