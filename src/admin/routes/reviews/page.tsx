import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Star } from "@medusajs/icons"
import { ReviewsPage } from "../../components/reviews/page"
import { PageName } from "../../components/reviews/page-name"

const Page = () => <ReviewsPage />

export const config = defineRouteConfig({
  label: "title",
  translationNs: "reviews",
  icon: Star,
  rank: 20,
})

export const handle = { breadcrumb: () => <PageName /> }

export default Page
