import { useTranslation } from "react-i18next"
import { useActors } from "../../../lib/hooks/use-actors"
import type { Story } from "../../../lib/mobile-payments/types"
import { StoryActions } from "../actions/story-actions"
import { AttemptItem } from "./attempt-item"
import { DifferenceNote } from "./difference-note"
import { History } from "./history"
import { ReturnItem } from "./return-item"
import { StoryFacts } from "./story-facts"
import { StoryList } from "./story-list"

type StoryBodyProps = { story: Story }

export function StoryBody({ story }: StoryBodyProps) {
  const { t } = useTranslation("mobile-payments")
  const nameOf = useActors([
    ...story.attempts.map(({ started_by }) => started_by),
    ...story.returns.map(({ requested_by }) => requested_by),
    ...story.entries.map(({ actor }) => actor),
  ])
  return (
    <>
      <StoryFacts story={story} />
      <DifferenceNote story={story} />
      <StoryActions story={story} />
      <StoryList
        title={t("widget.attempts")}
        empty={t("widget.noAttempts")}
        items={[...story.attempts].reverse()}
      >
        {(attempt) => <AttemptItem attempt={attempt} nameOf={nameOf} />}
      </StoryList>
      {story.returns.length > 0 && (
        <StoryList title={t("widget.returns")} items={story.returns}>
          {(returned) => <ReturnItem returned={returned} nameOf={nameOf} />}
        </StoryList>
      )}
      <History story={story} nameOf={nameOf} />
    </>
  )
}
