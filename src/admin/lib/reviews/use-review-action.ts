import { useAction } from "../hooks/use-action"
import { sdk } from "../sdk"
import { REVIEWS, reviewKeys } from "./queries"

type ReviewAction<Input> = {
  id: string
  /** What stands behind the review's path. */
  path?: "/approve" | "/reject" | "/reply"
  method?: "POST" | "DELETE"
  body?: (input: Input) => Record<string, unknown>
  /** What a person reads when it is done. */
  said: string
  onDone?: () => void
}

/** Something staff do with one review. */
export const useReviewAction = <Input = void>({
  id,
  path,
  method = "POST",
  body,
  said,
  onDone,
}: ReviewAction<Input>) =>
  useAction<Input>({
    run: (input) =>
      sdk.client.fetch(`${REVIEWS}/${id}${path ?? ""}`, {
        method,
        body: body?.(input),
      }),
    say: () => ({ tone: "success", text: said }),
    onDone,
    stale: [reviewKeys.all],
  })
