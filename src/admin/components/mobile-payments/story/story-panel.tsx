import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { isForbidden } from "../../../lib/errors"
import { READ, useStory } from "../../../lib/mobile-payments/queries"
import { CORE_ORDERS } from "../../../lib/query-keys"
import { ErrorState } from "../../common/error-state"
import { Section } from "../../common/section"
import { SkeletonRows } from "../../common/skeleton-rows"
import { PaymentState } from "../payment-state"
import { StoryBody } from "./story-body"

type StoryPanelProps = {
  orderId: string
  /** Whether the order is to be paid with a phone, as far as it is known. */
  expected: boolean
}

/**
 * An order's mobile payment. It is not there for an order that pays another
 * way, nor for somebody who may not see mobile payments.
 */
export function StoryPanel({ orderId, expected }: StoryPanelProps) {
  const { t } = useTranslation("mobile-payments")
  const { data, error, isFetching, isPending, refetch } = useStory(orderId)
  const story = data?.mobile_payment
  useFreshOrder(story?.state)

  if (story) {
    return (
      <Section
        title={t("widget.title")}
        aside={<PaymentState state={story.state} />}
      >
        <StoryBody story={story} />
      </Section>
    )
  }
  if (!expected || isForbidden(error)) {
    return null
  }
  if (error) {
    return (
      <Section title={t("widget.title")}>
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      </Section>
    )
  }
  return isPending ? (
    <Section title={t("widget.title")}>
      <SkeletonRows rows={3} />
    </Section>
  ) : null
}

/** Money that came while somebody looked shows on the whole page. */
function useFreshOrder(state: string | undefined) {
  const client = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    if (before.current && before.current !== state) {
      void client.invalidateQueries({ queryKey: CORE_ORDERS })
    }
    before.current = state
  }, [client, state])
}
