import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { BoxPanel } from "../components/original-box/box-panel"

const ProductOriginalBox = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <BoxPanel productId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.after",
  id: "duka-product-original-box",
})

export default ProductOriginalBox
