import type { ComponentProps } from "react"
import { READ } from "../../lib/mobile-payments/queries"
import { ListBody as CommonListBody } from "../common/list-body"

type ListBodyProps<Page extends { count: number }> = Omit<
  ComponentProps<typeof CommonListBody<Page>>,
  "permission"
>

export const ListBody = <Page extends { count: number }>(
  props: ListBodyProps<Page>
) => <CommonListBody permission={READ} {...props} />
