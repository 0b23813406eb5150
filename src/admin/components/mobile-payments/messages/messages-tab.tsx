import { useTranslation } from "react-i18next"
import { useUrlState } from "../../../lib/hooks/use-url-state"
import { useMessages } from "../../../lib/mobile-payments/queries"
import { messageColors } from "../../../lib/mobile-payments/state"
import { Choice } from "../../common/choice"
import { EmptyState } from "../../common/empty-state"
import { ListBody } from "../list-body"
import { MessageItem } from "./message-item"

const USUAL = "parked"

export function MessagesTab() {
  const { t } = useTranslation("mobile-payments")
  const url = useUrlState()
  const asked = url.get("messages")
  const state = Object.hasOwn(messageColors, asked) ? asked : USUAL
  const list = useMessages({ state }, url.page)
  return (
    <div className="divide-y">
      <div className="px-6 py-4 sm:max-w-xs">
        <Choice
          label={t("retry.show")}
          value={state}
          onChange={(next) => url.change({ messages: next })}
          options={["parked", "new", "done"].map((value) => ({
            value,
            label: t(`messageState.${value}`),
          }))}
        />
      </div>
      <ListBody
        list={list}
        empty={
          <EmptyState
            title={t("empty.messages")}
            hint={t("empty.messagesHint")}
          />
        }
      >
        {({ messages }) => (
          <ul className="divide-y">
            {messages.map((message) => (
              <li key={message.id}>
                <MessageItem message={message} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </div>
  )
}
