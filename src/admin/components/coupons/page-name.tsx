import { useTranslation } from "react-i18next"

/** The page's name, for the trail above it. */
export function PageName() {
  const { t } = useTranslation("coupons")
  return <>{t("title")}</>
}
