import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ProfilePanel } from "../components/product-profile/profile-panel"

const ProductProfile = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <ProfilePanel productId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.after",
  id: "duka-product-profile",
})

export default ProductProfile
