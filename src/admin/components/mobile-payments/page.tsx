import { Container } from "@medusajs/ui"
import { useCan } from "../../lib/hooks/use-can"
import { READ, UPDATE } from "../../lib/mobile-payments/queries"
import { Refusal } from "../common/refusal"
import { PageHead } from "./page-head"
import { PageTabs } from "./page-tabs"

export function MobilePaymentsPage() {
  const canRead = useCan(READ)
  const canUpdate = useCan(UPDATE)
  return (
    <Container className="divide-y p-0">
      <PageHead canUpdate={canRead && canUpdate} />
      {canRead ? <PageTabs /> : <Refusal permission={READ} />}
    </Container>
  )
}
