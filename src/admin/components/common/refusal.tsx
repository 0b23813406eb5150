import { LockClosedSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Notice } from "./notice"

type RefusalProps = {
  /** The permission that is missing, for whoever may grant it. */
  permission: string
}

/** Somebody may not see this, and what to ask for. */
export function Refusal({ permission }: RefusalProps) {
  const { t } = useTranslation("duka")
  return (
    <Notice
      icon={<LockClosedSolid aria-hidden />}
      title={t("error.forbidden")}
      text={t("error.forbiddenHint", { permission })}
    />
  )
}
