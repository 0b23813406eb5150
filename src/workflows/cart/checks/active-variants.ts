import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { Refusal } from "../../refusal"
import type { CartLineCheck } from "."

/** A variant that staff switched off is not sold, also from an older cart. */
export const activeVariantsCheck: CartLineCheck = {
  name: "active-variants",
  async check(container, lines) {
    const variantIds = new Set(
      lines.flatMap(({ variant_id }) => variant_id ?? [])
    )
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    const inactive = await service.listInactive([...variantIds])
    if (inactive.length) {
      throw new Refusal("item_unavailable", "Something is not for sale here.", {
        details: inactive.map((variant_id) => ({
          field: "variant_id",
          message: "is not for sale",
          variant_id,
        })),
      })
    }
  },
}
