import type { Settings } from "../../../settings"
import { settings } from "../../../settings"
import { Refusal, type RefusalDetail } from "../../refusal"

export type Requirement = Settings["PUBLISH_REQUIRES"][number]

type Held = readonly unknown[] | null

/** What of a product decides whether it may be shown. */
export type Publishable = {
  status?: string | null
  thumbnail?: string | null
  images?: Held
  tags?: Held
  categories?: Held
}

const has: Record<Requirement, (product: Publishable) => boolean> = {
  image: ({ images, thumbnail }) => Boolean(images?.length || thumbnail),
  tag: ({ tags }) => Boolean(tags?.length),
  category: ({ categories }) => Boolean(categories?.length),
}

const fields: Record<Requirement, string> = {
  image: "images",
  tag: "tags",
  category: "categories",
}

/** What a product lacks to be shown; a draft lacks nothing. */
export const missingToPublish = (
  product: Publishable,
  requires: readonly Requirement[] = settings.PUBLISH_REQUIRES
): Requirement[] =>
  product.status === "published"
    ? requires.filter((requirement) => !has[requirement](product))
    : []

export const missingDetails = (
  product: Publishable,
  path = ""
): RefusalDetail[] =>
  missingToPublish(product).map((requirement) => ({
    field: `${path}${fields[requirement]}`,
    message: `is needed before the product is published`,
  }))

export function refuseIncomplete(details: RefusalDetail[]): void {
  if (details.length) {
    throw new Refusal(
      "product_incomplete",
      "The product cannot be published like this. Save it as a draft until it is complete.",
      { details }
    )
  }
}
