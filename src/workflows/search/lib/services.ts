import type { ISearchModuleService } from "@medusajs/framework/types"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import type { CatalogueService } from "../../../modules/catalogue/service"

/** The index this shop searches products in. */
export const PRODUCT_INDEX = "product"

export const catalogueOf = (container: MedusaContainer): CatalogueService =>
  container.resolve(CATALOGUE_MODULE)

export const searchOf = (container: MedusaContainer): ISearchModuleService =>
  container.resolve(Modules.SEARCH)

/** Nothing was ever searched: the first filling reads everything. */
export const isUnfilled = (error: unknown) =>
  MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_FOUND
