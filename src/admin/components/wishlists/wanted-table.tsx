import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Wanted } from "../../lib/wishlists/queries"
import { WantedRow } from "./wanted-row"

type WantedTableProps = { wanted: readonly Wanted[] }

const COLUMNS = [
  "product",
  "lists",
  "people",
  "stock",
  "week",
  "month",
] as const

export function WantedTable({ wanted }: WantedTableProps) {
  const { t } = useTranslation("wishlists")
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell
                key={column}
                scope="col"
                className={column === "product" ? undefined : "text-right"}
              >
                {t(`columns.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {wanted.map((one) => (
            <WantedRow key={one.product_id} wanted={one} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
