import { ExclamationCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isForbidden, saidBy } from "../../lib/errors"
import { Notice } from "./notice"
import { Refusal } from "./refusal"

type ErrorStateProps = {
  error: unknown
  /** What somebody needs who is refused. */
  permission: string
  retry: () => void
  retrying?: boolean
}

/** What could not be loaded, and why; a refusal is not offered again. */
export function ErrorState({
  error,
  permission,
  retry,
  retrying,
}: ErrorStateProps) {
  const { t } = useTranslation("duka")
  if (isForbidden(error)) {
    return <Refusal permission={permission} />
  }
  return (
    <Notice
      icon={<ExclamationCircle aria-hidden />}
      title={t("error.title")}
      text={saidBy(error) ?? t("error.unreachable")}
    >
      <Button
        size="small"
        variant="secondary"
        onClick={retry}
        isLoading={retrying}
      >
        {t("error.retry")}
      </Button>
    </Notice>
  )
}
