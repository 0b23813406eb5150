/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its module definition only. A subclass needs the class,
   and a module its tables; the version is pinned. */
import { dirname, join } from "node:path"

export {
  Product,
  ProductCategory,
  ProductCollection,
  ProductImage,
  ProductOption,
  ProductOptionValue,
  ProductProductOption,
  ProductProductOptionValue,
  ProductTag,
  ProductType,
  ProductVariant,
  ProductVariantProductImage,
} from "@medusajs/product/dist/models"
export {
  ProductCategoryRepository as CoreCategoryRepository,
  ProductRepository,
} from "@medusajs/product/dist/repositories"
export {
  ProductCategoryService,
  ProductModuleService,
} from "@medusajs/product/dist/services"

/** The tables stay Medusa's: its migrations are run, not copied. */
export const migrationsPath = join(
  dirname(require.resolve("@medusajs/product")),
  "migrations"
)
