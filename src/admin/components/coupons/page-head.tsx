import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type PageHeadProps = { children?: ReactNode }

/** The page's name, and what can be done that is about no coupon there is. */
export function PageHead({ children }: PageHeadProps) {
  const { t } = useTranslation("coupons")
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="min-w-0">
        <Heading>{t("title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("about")}
        </Text>
      </div>
      {children}
    </div>
  )
}
