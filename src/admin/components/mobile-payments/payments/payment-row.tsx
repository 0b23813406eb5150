import { Table } from "@medusajs/ui"
import { useFormat } from "../../../lib/hooks/use-format"
import { methodName } from "../../../lib/mobile-payments/methods"
import type { Payment } from "../../../lib/mobile-payments/types"
import { Moment } from "../../common/moment"
import { OrderLink } from "../order-link"
import { PaymentState } from "../payment-state"

type PaymentRowProps = { payment: Payment }

export function PaymentRow({ payment }: PaymentRowProps) {
  const { money } = useFormat()
  const { attempts, order_id, display_id, email } = payment
  const receipt = attempts.find(({ receipt }) => receipt)?.receipt
  return (
    <Table.Row>
      <Table.Cell>
        <OrderLink id={order_id} number={display_id} />
      </Table.Cell>
      <Table.Cell>
        <Moment at={payment.created_at} />
      </Table.Cell>
      <Table.Cell>
        <PaymentState state={payment.state} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right tabular-nums">
        {money(payment.amount, payment.currency_code)}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {methodName(payment.driver)}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {attempts.at(-1)?.phone ?? "–"}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{receipt ?? "–"}</Table.Cell>
      <Table.Cell>
        <span className="block max-w-[16rem] truncate" title={email ?? ""}>
          {email ?? "–"}
        </span>
      </Table.Cell>
    </Table.Row>
  )
}
