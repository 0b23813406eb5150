import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { UPDATE } from "../../lib/cash/queries"
import type { Cash } from "../../lib/cash/types"
import { useCan } from "../../lib/hooks/use-can"
import { CashFacts } from "./cash-facts"
import { CollectCash } from "./collect-cash"
import { SettleCash } from "./settle-cash"

type CashBodyProps = { cash: Cash; cancelled: boolean }

export function CashBody({ cash, cancelled }: CashBodyProps) {
  const { t } = useTranslation("cash")
  const can = useCan(UPDATE)
  const withdrawn = cash.state === "withdrawn"
  if (withdrawn || (cancelled && cash.state === "due")) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t(withdrawn ? "withdrawn" : "cancelled")}
      </Text>
    )
  }
  return (
    <>
      <CashFacts cash={cash} />
      {can && cash.state !== "settled" && (
        <div
          role="group"
          aria-label={t("actions")}
          className="flex flex-wrap gap-2 px-6 py-4"
        >
          {cash.state === "due" ? (
            <CollectCash cash={cash} />
          ) : (
            <SettleCash cash={cash} />
          )}
        </div>
      )}
    </>
  )
}
