import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE_MODULE } from "../modules/catalogue"
import type { CategoryFacts } from "../modules/catalogue/categories"
import type { CatalogueService } from "../modules/catalogue/service"
import type { Scope } from "../modules/catalogue/types"
import { changeAnswer, thingsAt } from "./change-answer"
import type { ListRequest } from "./chosen-list"

type Category = Partial<Omit<CategoryFacts, "shown">> & {
  id: string
  parent_category?: Category | null
  category_children?: Category[] | null
}

type Facts = ReadonlyMap<string, CategoryFacts>

/** A category with those an answer has around it. */
const family = (category: Category): Category[] => [
  category,
  ...(category.parent_category ? family(category.parent_category) : []),
  ...(category.category_children ?? []).flatMap(family),
]

function describe(category: Category, facts: Facts): void {
  const known = facts.get(category.id)
  if (known) {
    const { path, level, product_count, total_product_count } = known
    Object.assign(category, {
      ...{ path, level, product_count, total_product_count },
    })
  }
}

/** What shoppers do not see is not beside what they see. */
function leaveOutHidden(category: Category, facts: Facts): void {
  const shown = ({ id }: Category) => facts.get(id)?.shown ?? false
  if (category.parent_category && !shown(category.parent_category)) {
    category.parent_category = null
  }
  if (category.category_children) {
    category.category_children = category.category_children.filter(shown)
  }
  family(category)
    .slice(1)
    .forEach((other) => leaveOutHidden(other, facts))
}

/** Medusa answers with nothing, and 200, where there is no category. */
function refuseMissing(req: MedusaRequest, found: readonly Category[]): void {
  const { id } = req.params
  if (id && !found.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product category with id: ${id} was not found`
    )
  }
}

/** Path, level and products of each category of the answer. */
export const describeCategories =
  (scopeOf: (req: ListRequest) => Scope | null) =>
  (req: ListRequest, res: MedusaResponse, next: MedusaNextFunction): void =>
    changeAnswer(req, res, next, async (body) => {
      const things = thingsAt<Category>(
        body,
        "product_category",
        "product_categories"
      )
      if (req.method === "GET") {
        refuseMissing(req, things)
      }
      const all = things.flatMap(family)
      if (!all.length) {
        return
      }
      const scope = scopeOf(req)
      const catalogue: CatalogueService = req.scope.resolve(CATALOGUE_MODULE)
      const facts = await catalogue.describeCategories(
        [...new Set(all.map(({ id }) => id))],
        scope
      )
      all.forEach((category) => describe(category, facts))
      if (scope) {
        things.forEach((category) => leaveOutHidden(category, facts))
      }
    })

/** As an address writes it: the roots have no parent. */
export function takeNullParent(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (req.filterableFields.parent_category_id === "null") {
    req.filterableFields = {
      ...req.filterableFields,
      parent_category_id: null,
    }
  }
  next()
}

/** In the order of their places, where the caller names no other. */
export function byPlace(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  req.queryConfig.pagination.order ??= { rank: "ASC", name: "ASC", id: "ASC" }
  next()
}
