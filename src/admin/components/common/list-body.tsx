import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ROWS_A_PAGE } from "../../lib/hooks/use-page"
import { useUrlState } from "../../lib/hooks/use-url-state"
import { ErrorState } from "./error-state"
import { Pagination } from "./pagination"
import { SkeletonRows } from "./skeleton-rows"

type ListBodyProps<Page> = {
  list: UseQueryResult<Page>
  /** What somebody needs who is refused. */
  permission: string
  empty: ReactNode
  children: (page: Page) => ReactNode
}

/** A list in each of its conditions: loading, failed, empty, there. */
export function ListBody<Page extends { count: number }>({
  list,
  permission,
  empty,
  children,
}: ListBodyProps<Page>) {
  const url = useUrlState()
  const { data, error, isFetching, isPlaceholderData, refetch } = list
  if (error) {
    return (
      <ErrorState
        error={error}
        permission={permission}
        retry={() => void refetch()}
        retrying={isFetching}
      />
    )
  }
  if (!data) {
    return <SkeletonRows />
  }
  if (data.count === 0) {
    return empty
  }
  return (
    <div
      aria-busy={isPlaceholderData}
      className={isPlaceholderData ? "opacity-50" : undefined}
    >
      {children(data)}
      <Pagination
        count={data.count}
        page={url.page}
        size={ROWS_A_PAGE}
        go={(page) => url.change({ page: page > 1 ? String(page) : "" })}
      />
    </div>
  )
}
