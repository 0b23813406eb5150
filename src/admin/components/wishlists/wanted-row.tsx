import { Table } from "@medusajs/ui"
import { useFormat } from "../../lib/hooks/use-format"
import type { Wanted } from "../../lib/wishlists/queries"
import { StockLeft } from "./stock-left"
import { Trend } from "./trend"
import { WantedProduct } from "./wanted-product"

type WantedRowProps = { wanted: Wanted }

const FIGURE = "whitespace-nowrap text-right tabular-nums"

export function WantedRow({ wanted }: WantedRowProps) {
  const { number } = useFormat()
  return (
    <Table.Row>
      <Table.Cell>
        <WantedProduct wanted={wanted} />
      </Table.Cell>
      <Table.Cell className={FIGURE}>{number(wanted.lists)}</Table.Cell>
      <Table.Cell className={FIGURE}>{number(wanted.people)}</Table.Cell>
      <Table.Cell className={FIGURE}>
        <StockLeft wanted={wanted} />
      </Table.Cell>
      <Table.Cell className={FIGURE}>
        <Trend now={wanted.added_7d} before={wanted.previous_7d} />
      </Table.Cell>
      <Table.Cell className={FIGURE}>
        <Trend now={wanted.added_30d} before={wanted.previous_30d} />
      </Table.Cell>
    </Table.Row>
  )
}
