import { ExclamationCircle, LockClosedSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isForbidden, saidBy } from "../../lib/errors"

type ErrorStateProps = {
  error: unknown
  /** The permission the page needs, for whoever may grant it. */
  permission?: string
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
  const forbidden = isForbidden(error)
  const Icon = forbidden ? LockClosedSolid : ExclamationCircle
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-3 px-6 py-12 text-center"
    >
      <Icon className="text-ui-fg-subtle" aria-hidden />
      <div className="flex max-w-md flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(forbidden ? "error.forbidden" : "error.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {forbidden
            ? t("error.forbiddenHint", { permission: permission ?? "" })
            : (saidBy(error) ?? t("error.unreachable"))}
        </Text>
      </div>
      {!forbidden && (
        <Button
          size="small"
          variant="secondary"
          onClick={retry}
          isLoading={retrying}
        >
          {t("error.retry")}
        </Button>
      )}
    </div>
  )
}
