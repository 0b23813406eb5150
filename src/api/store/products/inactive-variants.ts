import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE_CACHE_MODULE } from "../../../modules/catalogue-cache"
import type { CatalogueCacheService } from "../../../modules/catalogue-cache/service"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"

type Profile = { inactive_variants?: string[] } & Record<string, unknown>

type Shown = {
  variants?: { id: string }[] | null
  product_profile?: Profile | null
  products?: Shown[] | null
}

const COLUMN = "product_profile.inactive_variants"

/** Leaves out what is not sold, and the list that said so. */
function strip(product: Shown, keepsProfile: boolean): void {
  const profile = product.product_profile
  const inactive = profile?.inactive_variants
  if (inactive?.length && product.variants) {
    product.variants = product.variants.filter(
      ({ id }) => !inactive.includes(id)
    )
  }
  if (!keepsProfile) {
    delete product.product_profile
  } else if (profile) {
    delete profile.inactive_variants
  }
}

/** The things of an answer: one, or a list, under whatever name. */
const thingsOf = (body: unknown): Shown[] =>
  typeof body === "object" && body !== null
    ? (Object.values(body) as unknown[])
        .flat()
        .filter(
          (value): value is Shown => typeof value === "object" && value !== null
        )
    : []

const profiles = (req: MedusaRequest): ProductProfileService =>
  req.scope.resolve(PRODUCT_PROFILE_MODULE)

/** Most shops sell all they show, and need not look at each product for it. */
const anyInactive = (req: MedusaRequest): Promise<boolean> =>
  req.scope
    .resolve<CatalogueCacheService>(CATALOGUE_CACHE_MODULE)
    .know("inactive variants", ["product"], () => profiles(req).hasInactive())

/**
 * Reads with the products which of their variants are inactive, in the
 * statement that reads profiles, and leaves those out of the answer. `path` is
 * where the products are: "" or "products.".
 */
export const hideInactiveVariants =
  (path: "" | "products.") =>
  async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const fields = req.queryConfig.fields
    if (
      !fields.some((field) => field.startsWith(`${path}variants`)) ||
      !(await anyInactive(req))
    ) {
      return next()
    }
    const keepsProfile = fields.some((field) =>
      field.startsWith(`${path}product_profile.`)
    )
    fields.push(`${path}${COLUMN}`)
    const json = res.json.bind(res)
    res.json = (body: unknown) => {
      const things = thingsOf(body)
      const products = path
        ? things.flatMap((thing) => thing.products ?? [])
        : things
      products.forEach((product) => strip(product, keepsProfile))
      return json(body)
    }
    next()
  }

/** Of one variant: it is not there. */
export async function refuseInactiveVariant(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { id } = req.params
  if ((await profiles(req).listInactive([id])).length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product variant with id: ${id} was not found`
    )
  }
  next()
}

/** Of a list of variants: neither listed nor counted. */
export async function excludeInactiveVariants(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const asked = req.filterableFields.id
  const inactive = await profiles(req).listInactive()
  if (inactive.length) {
    const hidden = new Set(inactive)
    req.filterableFields.id =
      asked === undefined
        ? { $nin: inactive }
        : [asked].flat().filter((id) => !hidden.has(String(id)))
  }
  next()
}
