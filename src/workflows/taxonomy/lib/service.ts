import type { MedusaContainer } from "@medusajs/framework/types"
import { TAXONOMY_MODULE } from "../../../modules/taxonomy"
import type { TaxonomyService } from "../../../modules/taxonomy/service"

export const taxonomy = (container: MedusaContainer): TaxonomyService =>
  container.resolve(TAXONOMY_MODULE)
