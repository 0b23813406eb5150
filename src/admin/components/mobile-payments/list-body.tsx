import { READ, ROWS_A_PAGE } from "../../lib/mobile-payments/queries"
import {
  ListBody as CommonListBody,
  type ListBodyProps,
} from "../common/list-body"

/** A list of this page in each of its conditions. */
export const ListBody = <Page extends { count: number }>(
  props: Omit<ListBodyProps<Page>, "permission" | "rowsAPage">
) => <CommonListBody permission={READ} rowsAPage={ROWS_A_PAGE} {...props} />
