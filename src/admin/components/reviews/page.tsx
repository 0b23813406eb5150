import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import { READ } from "../../lib/reviews/queries"
import { Refusal } from "../common/refusal"
import { ReviewsQueue } from "./reviews-queue"

export function ReviewsPage() {
  const { t } = useTranslation("reviews")
  const can = useCan(READ)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("title")}</Heading>
      </div>
      {can ? <ReviewsQueue /> : <Refusal permission={READ} />}
    </Container>
  )
}
