import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import { READ } from "../../lib/wishlists/queries"
import { Refusal } from "../common/refusal"
import { WantedList } from "./wanted-list"

export function WishlistsPage() {
  const { t } = useTranslation("wishlists")
  const can = useCan(READ)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("about")}
        </Text>
      </div>
      {can ? <WantedList /> : <Refusal permission={READ} />}
    </Container>
  )
}
