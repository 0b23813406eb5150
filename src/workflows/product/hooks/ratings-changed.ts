import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"
import { copyRatingsWorkflow } from "../../review"

/**
 * The profile keeps the rating its product is listed by. There is nothing to
 * take back: a change that fails later is told again, with a higher version.
 */
copyRatingsWorkflow.hooks.ratingsChanged(async ({ ratings }, { container }) => {
  const service: ProductProfileService = container.resolve(
    PRODUCT_PROFILE_MODULE
  )
  await service.setRatings(
    ratings.map(({ rating_average, rating_count, ...of }) => ({
      ...of,
      rating_count,
      rating_average: rating_count ? rating_average : null,
    }))
  )
})
