import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { formatters } from "../format/formatters"
import { localeOf } from "../format/locale"

/** Amounts and dates as the admin's language writes them. */
export function useFormat() {
  const { language } = useTranslation().i18n
  return useMemo(() => formatters(localeOf(language)), [language])
}
