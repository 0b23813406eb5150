import { ExclamationCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isForbidden } from "../../lib/errors"
import { useRefusalText } from "../../lib/hooks/use-refusal-text"
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
  const textOf = useRefusalText()
  if (isForbidden(error)) {
    return <Refusal permission={permission} />
  }
  return (
    <Notice
      icon={<ExclamationCircle aria-hidden />}
      title={t("error.title")}
      text={textOf(error) ?? t("error.unreachable")}
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
