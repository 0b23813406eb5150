import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import type { Query, queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export const ROWS_A_PAGE = 20

type PageOf = {
  keys: ReturnType<typeof queryKeys>
  name: string
  path: string
  query: Query
  page: number
}

/** One page of a list; the one before stays until the next is there. */
export function usePage<Page>({ keys, name, path, query, page }: PageOf) {
  const paged = {
    ...query,
    limit: ROWS_A_PAGE,
    offset: (page - 1) * ROWS_A_PAGE,
  }
  return useQuery({
    queryKey: keys.list(name, paged),
    queryFn: () => sdk.client.fetch<Page>(path, { query: paged }),
    placeholderData: keepPreviousData,
    // What is shown moves; an answer of a minute ago is no answer.
    staleTime: 0,
    retry: retryOnce,
  })
}
