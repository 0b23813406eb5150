import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { download } from "../../lib/download"
import { useAction } from "../../lib/hooks/use-action"
import { wantedQuery, WISHLISTS } from "../../lib/wishlists/queries"

type DownloadWantedProps = { chosen: { q: string; order: string } }

/** The list as it was searched, all pages of it. */
export function DownloadWanted({ chosen }: DownloadWantedProps) {
  const { t } = useTranslation("wishlists")
  const file = useAction({
    run: () =>
      download(`${WISHLISTS}/export`, wantedQuery(chosen), "wishlists.csv"),
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
