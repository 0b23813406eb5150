import { useTranslation } from "react-i18next"
import { useActors } from "../../../lib/hooks/use-actors"
import { useUrlState } from "../../../lib/hooks/use-url-state"
import { useDifferences } from "../../../lib/mobile-payments/queries"
import { Choice } from "../../common/choice"
import { EmptyState } from "../../common/empty-state"
import { ListBody } from "../list-body"
import { DifferenceItem } from "./difference-item"

export function DifferencesTab() {
  const { t } = useTranslation("mobile-payments")
  const url = useUrlState()
  const closed = url.get("resolved") === "true"
  const list = useDifferences({ resolved: String(closed) }, url.page)
  const nameOf = useActors(
    (list.data?.differences ?? []).flatMap(({ resolved_by }) =>
      resolved_by ? [resolved_by] : []
    )
  )
  return (
    <div className="divide-y">
      <div className="px-6 py-4 sm:max-w-xs">
        <Choice
          label={t("resolve.show")}
          value={String(closed)}
          onChange={(resolved) =>
            url.change({ resolved: resolved === "true" ? "true" : "" })
          }
          options={[
            { value: "false", label: t("resolve.open") },
            { value: "true", label: t("resolve.closed") },
          ]}
        />
      </div>
      <ListBody
        list={list}
        empty={
          <EmptyState
            title={t(closed ? "empty.resolved" : "empty.differences")}
            hint={t(closed ? "empty.resolvedHint" : "empty.differencesHint")}
          />
        }
      >
        {({ differences }) => (
          <ul className="divide-y">
            {differences.map((difference) => (
              <li key={difference.id}>
                <DifferenceItem difference={difference} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </div>
  )
}
