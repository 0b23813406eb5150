import type { MedusaContainer } from "@medusajs/framework/types"
import { toHandle } from "@medusajs/framework/utils"
import { PRODUCT_PROFILE_MODULE } from "../../modules/product-profile"
import type { ProductProfileService } from "../../modules/product-profile/service"
import { titleKey } from "../../modules/product-profile/sql"
import type { ProfileInput } from "../../modules/product-profile/types"
import { settings } from "../../settings"
import type { RefusalDetail } from "../refusal"
import {
  missingDetails,
  type Publishable,
  refuseIncomplete,
} from "./lib/publishing"
import { readProducts } from "./lib/read-products"
import { refuseTakenTitle } from "./lib/save-profiles"
import { refuseTexts, textDetails } from "./lib/texts"

/** A product as a request of core's product routes would make it. */
export type ProductChange = Publishable & {
  /** None while it is new. */
  id?: string
  /** What stands before the names of its fields: "" or "create.0.". */
  path: string
  handle?: string | null
  title?: string | null
  variants?: readonly { sku?: string | null }[] | null
  profile?: ProfileInput
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined)
  ) as Partial<T>

/** Medusa makes a handle of the title where a new product has none. */
const withHandle = (change: ProductChange): ProductChange =>
  change.id || change.handle || !change.title
    ? change
    : { ...change, handle: toHandle(change.title) }

async function completeness(
  container: MedusaContainer,
  changes: readonly ProductChange[]
): Promise<RefusalDetail[]> {
  const ids = changes.flatMap(({ id }) => id ?? [])
  const held = new Map(
    ids.length
      ? (await readProducts(container, ids)).map((product) => [
          product.id,
          product,
        ])
      : []
  )
  return changes.flatMap((change) => {
    const before = change.id ? held.get(change.id) : undefined
    // Core answers for a product that does not exist.
    return change.id && !before
      ? []
      : missingDetails({ ...before, ...given(change) }, change.path)
  })
}

async function takenTitles(
  container: MedusaContainer,
  changes: readonly ProductChange[]
): Promise<RefusalDetail[]> {
  const wanted = changes.flatMap(({ id, path, profile }) => {
    const key = titleKey(profile?.meta_title)
    return key ? [{ id, path, key }] : []
  })
  if (!settings.META_TITLE_UNIQUE || !wanted.length) {
    return []
  }
  const service: ProductProfileService = container.resolve(
    PRODUCT_PROFILE_MODULE
  )
  const holders = await service.listProductProfiles(
    { meta_title_key: wanted.map(({ key }) => key) },
    { select: ["product_id", "meta_title_key"], take: null }
  )
  return wanted
    .filter(
      ({ id, key }, at) =>
        holders.some(
          ({ product_id, meta_title_key }) =>
            meta_title_key === key && product_id !== id
        ) || wanted.findIndex((other) => other.key === key) < at
    )
    .map(({ path }) => ({
      field: `${path}additional_data.profile.meta_title`,
      message: "is already taken",
    }))
}

/**
 * Refuses what the hooks would refuse, before anything is written: core's
 * compensation of an update does not bring back every image and tag.
 */
export async function validateProducts(
  container: MedusaContainer,
  changes: readonly ProductChange[]
): Promise<void> {
  refuseTexts(
    changes.flatMap((change) => textDetails(withHandle(change), change.path))
  )
  refuseIncomplete(await completeness(container, changes))
  refuseTakenTitle(await takenTitles(container, changes))
}
