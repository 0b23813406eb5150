import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Payment } from "../../../lib/mobile-payments/types"
import { PaymentRow } from "./payment-row"

type PaymentsTableProps = { payments: readonly Payment[] }

const COLUMNS = [
  "order",
  "date",
  "state",
  "amount",
  "method",
  "phone",
  "receipt",
  "customer",
] as const

export function PaymentsTable({ payments }: PaymentsTableProps) {
  const { t } = useTranslation("mobile-payments")
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell
                key={column}
                scope="col"
                className={column === "amount" ? "text-right" : undefined}
              >
                {t(`columns.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
