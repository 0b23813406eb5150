import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminProductTag,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { TagPanel } from "../components/taxonomy/tag-panel"

const ProductTagProfile = ({ data }: DetailWidgetProps<AdminProductTag>) => (
  <TagPanel tagId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product_tag.details.after",
  id: "duka-product-tag-profile",
})

export default ProductTagProfile
