import type { MedusaContainer } from "@medusajs/framework/types"
import { ORIGINAL_BOX_MODULE } from "../../../modules/original-box/name"
import type { OriginalBoxService } from "../../../modules/original-box/service"

export const boxesOf = (container: MedusaContainer): OriginalBoxService =>
  container.resolve(ORIGINAL_BOX_MODULE)
