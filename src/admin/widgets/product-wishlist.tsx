import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ProductPanel } from "../components/wishlists/product-panel"

const ProductWishlist = ({
  data: product,
}: DetailWidgetProps<AdminProduct>) => <ProductPanel productId={product.id} />

export const config = defineWidgetConfig({
  zone: "product.details.side.after",
  id: "duka-product-wishlist",
})

export default ProductWishlist
