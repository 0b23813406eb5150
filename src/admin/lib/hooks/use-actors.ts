import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

const keys = queryKeys("staff-names")
const SYSTEM = ["provider", "shopper", "job"]

/**
 * Who did something, in words. Names of colleagues need a permission of their
 * own; without it they are just members of staff.
 */
export function useActors(actors: readonly string[]) {
  const { t } = useTranslation("duka")
  const staff = [
    ...new Set(actors.filter((actor) => !SYSTEM.includes(actor))),
  ].sort()
  const { data } = useQuery({
    queryKey: keys.list("names", { id: staff }),
    queryFn: () =>
      sdk.admin.user.list({
        id: staff,
        fields: "id,first_name,last_name,email",
        limit: staff.length,
      }),
    enabled: staff.length > 0,
    staleTime: 5 * 60_000,
    retry: false,
  })
  const names = new Map(
    data?.users.map(({ id, first_name, last_name, email }) => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ])
  )
  return (actor: string) =>
    SYSTEM.includes(actor)
      ? t(`actor.${actor}`)
      : (names.get(actor) ?? t("actor.staff"))
}
