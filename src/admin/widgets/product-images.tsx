import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ImagesPanel } from "../components/product-images/images-panel"

const ProductImages = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <ImagesPanel productId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.after",
  id: "duka-product-images",
})

export default ProductImages
