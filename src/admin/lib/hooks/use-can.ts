import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { sdk } from "../sdk"

/**
 * Whether the person may do something, so that a button they cannot use is not
 * offered. The server decides: while nothing is known, everything is offered.
 */
export function useCan(resource: string, operation: string) {
  // The dashboard asks the same under the same key, so it is asked once.
  const { data } = useQuery({
    queryKey: ["me-permissions"],
    queryFn: () => sdk.admin.rbacRole.mePermissions(),
    staleTime: 5 * 60_000,
    retry: retryOnce,
  })
  return (
    !data ||
    [`${resource}:${operation}`, `${resource}:*`].some((permission) =>
      data.permissions.includes(permission)
    )
  )
}
