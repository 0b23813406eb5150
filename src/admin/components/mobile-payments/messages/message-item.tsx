import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../../lib/hooks/use-can"
import { UPDATE } from "../../../lib/mobile-payments/queries"
import { methodName } from "../../../lib/mobile-payments/methods"
import { messageColors } from "../../../lib/mobile-payments/state"
import type { Message } from "../../../lib/mobile-payments/types"
import { Moment } from "../../common/moment"
import { StateBadge } from "../../common/state-badge"
import { RetryMessage } from "./retry-message"

type MessageItemProps = { message: Message }

export function MessageItem({ message }: MessageItemProps) {
  const { t } = useTranslation("mobile-payments")
  const can = useCan(UPDATE)
  const { driver, topic, state, error, tries, created_at } = message
  return (
    <article className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {methodName(driver)} · {t(`topic.${topic}`, { defaultValue: topic })}
        </Text>
        {error && (
          <Text size="small" className="break-words">
            {error}
          </Text>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle">
          <Moment at={created_at} /> · {t("retry.tries", { count: tries })}
        </Text>
      </div>
      <div className="flex items-center gap-x-3">
        <StateBadge color={messageColors[state]}>
          {t(`messageState.${state}`)}
        </StateBadge>
        {state === "parked" && can && <RetryMessage id={message.id} />}
      </div>
    </article>
  )
}
