import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import type { CatalogueService } from "../../../modules/catalogue/service"
import { settings } from "../../../settings"
import { Refusal } from "../../refusal"

/** A published product needs a tag, where the shop says so. */
export async function refuseNeededTags(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<void> {
  if (!settings.PUBLISH_REQUIRES.includes("tag")) {
    return
  }
  const catalogue: CatalogueService = container.resolve(CATALOGUE_MODULE)
  const count = await catalogue.countWithoutTag(ids)
  if (count) {
    throw new Refusal(
      "tag_needed",
      `${count} published ${count === 1 ? "product has" : "products have"} no other tag. Give them another one first.`,
      {
        details: [
          {
            field: "id",
            message: `is the only tag of ${count} published ${count === 1 ? "product" : "products"}`,
          },
        ],
      }
    )
  }
}
