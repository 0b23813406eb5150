import { useQueryClient } from "@tanstack/react-query"
import { type Said, useAction } from "../hooks/use-action"
import { CORE_ORDERS } from "../query-keys"
import { sdk } from "../sdk"
import { mobilePaymentKeys, storyKey, storyPath } from "./queries"
import type { OrderStory, Story } from "./types"

type StoryAction<Input> = {
  orderId: string
  action: "ask" | "check" | "match" | "return"
  body?: (input: Input) => Record<string, unknown>
  /** What a person reads about the story as it is now. */
  say: (story: Story) => Said
  onDone?: () => void
}

/** An action of the order's page; the answer is the new story. */
export function useStoryAction<Input = void>({
  orderId,
  action,
  body,
  say,
  onDone,
}: StoryAction<Input>) {
  const client = useQueryClient()
  return useAction<Input, OrderStory>({
    run: (input) =>
      sdk.client.fetch<OrderStory>(`${storyPath(orderId)}/${action}`, {
        method: "POST",
        body: body?.(input),
      }),
    say: ({ mobile_payment }) => mobile_payment && say(mobile_payment),
    onDone: (story) => {
      client.setQueryData(storyKey(orderId), story)
      onDone?.()
    },
    stale: [mobilePaymentKeys.all, CORE_ORDERS],
  })
}
