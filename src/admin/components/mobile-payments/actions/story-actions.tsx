import { useTranslation } from "react-i18next"
import { useCan } from "../../../lib/hooks/use-can"
import { UPDATE } from "../../../lib/mobile-payments/queries"
import { possibilities } from "../../../lib/mobile-payments/state"
import type { Story } from "../../../lib/mobile-payments/types"
import { AskPhone } from "./ask-phone"
import { CheckNow } from "./check-now"
import { MatchReceipt } from "./match-receipt"
import { ReturnMoney } from "./return-money"

type StoryActionsProps = { story: Story }

/** Only what can be done now, for somebody who may do it. */
export function StoryActions({ story }: StoryActionsProps) {
  const { t } = useTranslation("mobile-payments")
  const can = useCan(UPDATE)
  const possible = possibilities(story)
  if (!can || !Object.values(possible).some(Boolean)) {
    return null
  }
  return (
    <div
      role="group"
      aria-label={t("widget.actions")}
      className="flex flex-wrap gap-2 px-6 py-4"
    >
      {possible.ask && <AskPhone story={story} />}
      {possible.check && <CheckNow story={story} />}
      {possible.match && <MatchReceipt story={story} />}
      {possible.give && <ReturnMoney story={story} />}
    </div>
  )
}
