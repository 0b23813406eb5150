import { Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { methodName } from "../../lib/mobile-payments/methods"
import type { Reconciled } from "../../lib/mobile-payments/types"
import { Outcome } from "./page-actions/outcome"
import { ReconcileNow } from "./page-actions/reconcile-now"
import { ReconcileResult } from "./page-actions/reconcile-result"
import { RegisterAddresses } from "./page-actions/register-addresses"

type PageHeadProps = { canUpdate: boolean }

type Shown = "running" | { registered: string } | { found: Reconciled }

/** The page's name, what can be done for all payments, and what came of it. */
export function PageHead({ canUpdate }: PageHeadProps) {
  const { t } = useTranslation("mobile-payments")
  const [shown, setShown] = useState<Shown>()
  const close = () => setShown(undefined)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <Heading>{t("title")}</Heading>
        {canUpdate && (
          <div className="flex flex-wrap gap-2">
            <RegisterAddresses
              onDone={(registered) => setShown({ registered })}
            />
            <ReconcileNow
              onBegin={() => setShown("running")}
              onEnd={(found) => setShown(found && { found })}
            />
          </div>
        )}
      </div>
      {shown === "running" && (
        <Text role="status" size="small" className="px-6 py-4">
          {t("reconcile.running")}
        </Text>
      )}
      {typeof shown === "object" && "found" in shown && (
        <Outcome title={t("reconcile.result")} onClose={close}>
          <ReconcileResult found={shown.found} />
        </Outcome>
      )}
      {typeof shown === "object" && "registered" in shown && (
        <Outcome
          title={t("register.result", {
            method: methodName(shown.registered),
          })}
          onClose={close}
        >
          <Text size="small">
            {t("register.resultText", {
              method: methodName(shown.registered),
            })}
          </Text>
        </Outcome>
      )}
    </>
  )
}
