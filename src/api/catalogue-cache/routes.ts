import type { Tag } from "../../modules/catalogue-cache/tags"

export type CachedRoute = {
  /** As Express writes it; metrics and logs name it so. */
  path: string
  /** What stands where `path` has a parameter, and is another route. */
  except?: readonly string[]
  tags: readonly Tag[]
}

/** What every page of products is made of. */
const OF_PRODUCTS: readonly Tag[] = [
  "box",
  "category",
  "price",
  "product",
  "rating",
  "shop",
  "tag",
  "translation",
]

const except = ["recently-viewed"]

/**
 * The routes whose answers to anonymous callers are kept. One line adds one:
 * its path, and the tags of what it is read from (`watched.ts`).
 */
export const cachedRoutes: CachedRoute[] = [
  { path: "/store/products", tags: OF_PRODUCTS },
  { path: "/store/products/:id", except, tags: OF_PRODUCTS },
  { path: "/store/products/:id/related", tags: OF_PRODUCTS },
  { path: "/store/product-categories", tags: OF_PRODUCTS },
  { path: "/store/product-categories/:id", tags: OF_PRODUCTS },
  { path: "/store/product-tags", tags: OF_PRODUCTS },
  { path: "/store/product-tags/:id", tags: OF_PRODUCTS },
]

const PARAMETER = /^:/

const fits = ({ path, except: others = [] }: CachedRoute, asked: string[]) => {
  const parts = path.split("/")
  return (
    parts.length === asked.length &&
    parts.every((part, at) =>
      PARAMETER.test(part)
        ? asked[at] !== "" && !others.includes(asked[at])
        : part === asked[at]
    )
  )
}

/** By the path as the router compares it. */
export const cachedRoute = (path: string): CachedRoute | undefined => {
  const asked = path.split("/")
  return cachedRoutes.find((route) => fits(route, asked))
}

/** What changes all the time, and counts only for who asks for it by name. */
const BY_NAME: readonly (readonly [RegExp, Tag])[] = [
  [/inventory|stock/i, "stock"],
  [/sold_count|best_selling/i, "sold"],
  [/view_count/i, "views"],
]

/** What an answer depends on, by its route and its decoded query. */
export const tagsOf = (route: CachedRoute, query: string): readonly Tag[] => [
  ...route.tags,
  ...BY_NAME.filter(([asked]) => asked.test(query)).map(([, tag]) => tag),
]
