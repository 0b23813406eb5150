import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminProductCategory,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { CategoryPanel } from "../components/taxonomy/category-panel"

const ProductCategoryProfile = ({
  data,
}: DetailWidgetProps<AdminProductCategory>) => (
  <CategoryPanel categoryId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product_category.details.side.after",
  id: "duka-product-category-profile",
})

export default ProductCategoryProfile
