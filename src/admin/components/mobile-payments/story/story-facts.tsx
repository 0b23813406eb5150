import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../lib/hooks/use-format"
import { methodName } from "../../../lib/mobile-payments/methods"
import type { Story } from "../../../lib/mobile-payments/types"
import { Fact } from "../../common/fact"
import { TimeLeft } from "./time-left"

type StoryFactsProps = { story: Story }

export function StoryFacts({ story }: StoryFactsProps) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  const settled = story.attempts.find(({ state }) => state === "settled")
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      <Fact label={t("widget.amount")}>
        <Text as="span" size="small" leading="compact" weight="plus">
          {money(story.amount, story.currency_code)}
        </Text>
      </Fact>
      <Fact label={t("widget.method")}>{methodName(story.driver)}</Fact>
      {story.state === "waiting" && story.expires_at && (
        <Fact label={t("widget.timeLeft")}>
          <TimeLeft until={story.expires_at} />
        </Fact>
      )}
      {settled?.receipt && (
        <Fact label={t("widget.receipt")}>
          <span className="flex items-center gap-x-2">
            <span className="break-all">{settled.receipt}</span>
            <Copy content={settled.receipt} variant="mini" />
          </span>
        </Fact>
      )}
    </dl>
  )
}
