import { Button, Checkbox, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { useCan } from "../../../lib/hooks/use-can"
import { DELETE, REVIEWS, reviewKeys } from "../../../lib/reviews/queries"
import type { BulkAction, BulkResult, Review } from "../../../lib/reviews/types"
import type { usePicked } from "../../../lib/reviews/use-picked"
import { sdk } from "../../../lib/sdk"
import { ConfirmAction } from "../../common/confirm-action"
import { BulkOutcome } from "./bulk-outcome"

type BulkBarProps = { selection: ReturnType<typeof usePicked> }

export type Outcome = { result: BulkResult; reviews: readonly Review[] }

/** Decides on all that is picked, after one question; then says what came. */
export function BulkBar({ selection }: BulkBarProps) {
  const { t } = useTranslation("reviews")
  const canDelete = useCan(DELETE)
  const all = useId()
  const [asking, setAsking] = useState<BulkAction>()
  const [outcome, setOutcome] = useState<Outcome>()
  const { picked, state, pickAll, only } = selection
  const count = picked.length
  const act = useAction({
    run: async (action: BulkAction): Promise<Outcome> => ({
      reviews: picked,
      result: await sdk.client.fetch<BulkResult>(`${REVIEWS}/bulk`, {
        method: "POST",
        body: {
          action,
          reviews: picked.map(({ id, version }) => ({ id, version })),
        },
      }),
    }),
    // The bar leaves with the last of a list; the toast stays.
    say: ({ result: { done, failed } }) =>
      failed > 0
        ? null
        : { tone: "success", text: t("bulk.done", { count: done }) },
    onDone: (done) => {
      setOutcome(done)
      only(
        done.result.results
          .filter(({ outcome }) => ["refused", "failed"].includes(outcome))
          .map(({ id }) => id)
      )
    },
    stale: [reviewKeys.all],
  })
  const actions: BulkAction[] = ["approve", "reject"]
  if (canDelete) {
    actions.push("delete")
  }
  return (
    <>
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
        <div className="flex items-center gap-x-4">
          <Checkbox
            id={all}
            checked={state}
            onCheckedChange={(next) => pickAll(next === true)}
          />
          <Label htmlFor={all} size="small">
            {count > 0 ? t("bulk.picked", { count }) : t("bulk.pickAll")}
          </Label>
        </div>
        {count > 0 && (
          <div className="flex flex-wrap gap-2">
            {actions.map((action) => (
              <Button
                key={action}
                size="small"
                variant="secondary"
                isLoading={act.isPending && act.variables === action}
                disabled={act.isPending}
                onClick={() => setAsking(action)}
              >
                {t(`bulk.${action}`, { count })}
              </Button>
            ))}
          </div>
        )}
      </div>
      {outcome && (
        <BulkOutcome outcome={outcome} close={() => setOutcome(undefined)} />
      )}
      <ConfirmAction
        open={asking !== undefined}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t(`bulk.${asking ?? "approve"}Title`, { count })}
        description={t(`bulk.${asking ?? "approve"}Description`)}
        confirm={t(`bulk.${asking ?? "approve"}`, { count })}
        onConfirm={() => {
          if (asking) {
            setOutcome(undefined)
            act.mutate(asking)
          }
        }}
      />
    </>
  )
}
