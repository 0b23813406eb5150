import { useTranslation } from "react-i18next"
import { useUrlState } from "../../lib/hooks/use-url-state"
import { READ, useWanted, wantedQuery } from "../../lib/wishlists/queries"
import { EmptyState } from "../common/empty-state"
import { ListBody } from "../common/list-body"
import { WantedFilters } from "./wanted-filters"
import { WantedTable } from "./wanted-table"

export function WantedList() {
  const { t } = useTranslation("wishlists")
  const url = useUrlState()
  const chosen = { q: url.get("q"), order: url.get("order") }
  const wanted = useWanted(wantedQuery(chosen), url.page)
  return (
    <div className="divide-y">
      <WantedFilters chosen={chosen} change={url.change} />
      <ListBody
        list={wanted}
        permission={READ}
        empty={
          <EmptyState
            title={t(chosen.q ? "empty.found" : "empty.none")}
            hint={t(chosen.q ? "empty.foundHint" : "empty.noneHint")}
          />
        }
      >
        {({ wishlists }) => <WantedTable wanted={wishlists} />}
      </ListBody>
    </div>
  )
}
