import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../../lib/hooks/use-can"
import { UPDATE } from "../../../lib/mobile-payments/queries"
import { methodName } from "../../../lib/mobile-payments/methods"
import type { Difference } from "../../../lib/mobile-payments/types"
import { Fact } from "../../common/fact"
import { Moment } from "../../common/moment"
import { OrderLink } from "../order-link"
import { KnownFacts } from "./known-facts"
import { ResolveDifference } from "./resolve-difference"

type DifferenceItemProps = {
  difference: Difference
  nameOf: (actor: string) => string
}

export function DifferenceItem({ difference, nameOf }: DifferenceItemProps) {
  const { t } = useTranslation("mobile-payments")
  const can = useCan(UPDATE)
  const { kind, driver, order_id, resolved_at, resolved_by, resolution } =
    difference
  return (
    <article className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Text size="small" leading="compact" weight="plus">
            {t(`kind.${kind}`)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {methodName(driver)}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          {order_id && (
            <Text size="small" leading="compact">
              <OrderLink id={order_id} />
            </Text>
          )}
          {!resolved_at && can && <ResolveDifference difference={difference} />}
        </div>
      </div>
      <dl className="flex max-w-2xl flex-col gap-y-2">
        <KnownFacts difference={difference} />
        {resolved_at && (
          <Fact label={t("known.resolution")}>
            {resolution}
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("resolve.by", { actor: nameOf(resolved_by ?? "") })} ·{" "}
              <Moment at={resolved_at} />
            </Text>
          </Fact>
        )}
      </dl>
    </article>
  )
}
