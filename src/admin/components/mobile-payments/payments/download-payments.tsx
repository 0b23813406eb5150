import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { download } from "../../../lib/download"
import { useAction } from "../../../lib/hooks/use-action"
import {
  type PaymentFilters,
  paymentsQuery,
} from "../../../lib/mobile-payments/filters"

type DownloadPaymentsProps = { filters: PaymentFilters }

/** The list as it is filtered, all pages of it. */
export function DownloadPayments({ filters }: DownloadPaymentsProps) {
  const { t } = useTranslation("mobile-payments")
  const file = useAction({
    run: () =>
      download(
        "/admin/mobile-payments/export",
        paymentsQuery(filters),
        "mobile-payments.csv"
      ),
    say: () => null,
    stale: [],
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={file.isPending}
      onClick={() => file.mutate()}
    >
      <ArrowDownTray aria-hidden />
      {t("filters.download")}
    </Button>
  )
}
