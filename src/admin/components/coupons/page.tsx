import { Container } from "@medusajs/ui"
import { useCan } from "../../lib/hooks/use-can"
import { READ } from "../../lib/coupons/queries"
import { Refusal } from "../common/refusal"
import { CouponsList } from "./list/coupons-list"
import { PageHead } from "./page-head"

export function CouponsPage() {
  const can = useCan(READ)
  return (
    <Container className="divide-y p-0">
      {can ? (
        <CouponsList />
      ) : (
        <>
          <PageHead />
          <Refusal permission={READ} />
        </>
      )}
    </Container>
  )
}
