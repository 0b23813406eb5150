import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import { READ } from "../../lib/mobile-payments/queries"
import { Refusal } from "../common/refusal"
import { PageTabs } from "./page-tabs"

export function MobilePaymentsPage() {
  const { t } = useTranslation("mobile-payments")
  const can = useCan(READ)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("title")}</Heading>
      </div>
      {can ? <PageTabs /> : <Refusal permission={READ} />}
    </Container>
  )
}
