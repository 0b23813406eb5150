import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { sdk } from "../sdk"

/**
 * Whether the person may do something (`mobile_payment:update`), so that a button they cannot use is not
 * offered. The server decides: while nothing is known, everything is offered.
 */
export function useCan(permission: string) {
  // The dashboard asks the same under the same key, so it is asked once.
  const { data } = useQuery({
    queryKey: ["me-permissions"],
    queryFn: () => sdk.admin.rbacRole.mePermissions(),
    staleTime: 5 * 60_000,
    retry: retryOnce,
  })
  const [resource] = permission.split(":")
  return (
    !data ||
    data.permissions.includes(permission) ||
    data.permissions.includes(`${resource}:*`)
  )
}
