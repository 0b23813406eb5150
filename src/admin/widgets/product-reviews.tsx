import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ProductReviewsPanel } from "../components/reviews/widget/panel"

const ProductReviews = ({ data: product }: DetailWidgetProps<AdminProduct>) => (
  <ProductReviewsPanel productId={product.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.after",
  id: "duka-product-reviews",
})

export default ProductReviews
