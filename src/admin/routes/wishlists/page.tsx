import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Heart } from "@medusajs/icons"
import { WishlistsPage } from "../../components/wishlists/page"
import { PageName } from "../../components/wishlists/page-name"

const Page = () => <WishlistsPage />

export const config = defineRouteConfig({
  label: "title",
  translationNs: "wishlists",
  icon: Heart,
  rank: 30,
})

export const handle = { breadcrumb: () => <PageName /> }

export default Page
