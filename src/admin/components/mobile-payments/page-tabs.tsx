import { Badge, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/hooks/use-format"
import { useUrlState } from "../../lib/hooks/use-url-state"
import { useOpenDifferenceCount } from "../../lib/mobile-payments/queries"
import { DifferencesTab } from "./differences/differences-tab"
import { MessagesTab } from "./messages/messages-tab"
import { PaymentsTab } from "./payments/payments-tab"

const TABS = {
  payments: PaymentsTab,
  differences: DifferencesTab,
  messages: MessagesTab,
}

type Tab = keyof typeof TABS

const isTab = (name: string): name is Tab => Object.hasOwn(TABS, name)

export function PageTabs() {
  const { t } = useTranslation("mobile-payments")
  const { number } = useFormat()
  const url = useUrlState()
  const open = useOpenDifferenceCount() ?? 0
  const asked = url.get("tab")
  const tab: Tab = isTab(asked) ? asked : "payments"

  return (
    <Tabs value={tab} onValueChange={(next) => url.only({ tab: next })}>
      <div className="overflow-x-auto px-6 py-3">
        <Tabs.List aria-label={t("tabs.label")} className="flex-nowrap">
          {Object.keys(TABS).map((name) => (
            <Tabs.Trigger key={name} value={name} className="shrink-0">
              {t(`tabs.${name}`)}
              {name === "differences" && open > 0 && (
                <Badge size="2xsmall" color="orange" className="ml-2">
                  {number(open)}
                </Badge>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </div>
      {Object.entries(TABS).map(([name, Content]) => (
        <Tabs.Content key={name} value={name} className="border-t">
          <Content />
        </Tabs.Content>
      ))}
    </Tabs>
  )
}
