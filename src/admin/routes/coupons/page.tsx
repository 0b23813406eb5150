import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Gift } from "@medusajs/icons"
import { CouponsPage } from "../../components/coupons/page"
import { PageName } from "../../components/coupons/page-name"

const Page = () => <CouponsPage />

export const config = defineRouteConfig({
  label: "title",
  translationNs: "coupons",
  icon: Gift,
  rank: 40,
})

export const handle = { breadcrumb: () => <PageName /> }

export default Page
