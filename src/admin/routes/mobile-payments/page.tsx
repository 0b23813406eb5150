import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Phone } from "@medusajs/icons"
import { MobilePaymentsPage } from "../../components/mobile-payments/page"
import { PageName } from "../../components/mobile-payments/page-name"

const Page = () => <MobilePaymentsPage />

export const config = defineRouteConfig({
  label: "title",
  translationNs: "mobile-payments",
  icon: Phone,
  rank: 10,
})

export const handle = { breadcrumb: () => <PageName /> }

export default Page
