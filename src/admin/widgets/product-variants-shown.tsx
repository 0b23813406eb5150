import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { VariantsPanel } from "../components/product-profile/variants-panel"

const ProductVariantsShown = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <VariantsPanel productId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.side.after",
  id: "duka-product-variants-shown",
})

export default ProductVariantsShown
