import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"

export type UrlChange = Record<string, string | undefined>

/**
 * Filters, tab and page as they stand in the address: a reload, the back
 * button and a link sent to a colleague show the same. A change of anything
 * but the page goes back to the first page.
 */
export function useUrlState() {
  const [params, setParams] = useSearchParams()

  const change = useCallback(
    (change: UrlChange, { replace = false } = {}) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [key, value] of Object.entries({
            page: undefined,
            ...change,
          })) {
            if (value) {
              after.set(key, value)
            } else {
              after.delete(key)
            }
          }
          return after
        },
        { replace }
      ),
    [setParams]
  )

  const only = useCallback(
    (change: Record<string, string>) => setParams(change),
    [setParams]
  )

  return {
    get: (key: string) => params.get(key) ?? "",
    page: Math.max(1, Math.trunc(Number(params.get("page"))) || 1),
    change,
    /** Everything else in the address is dropped. */
    only,
  }
}
