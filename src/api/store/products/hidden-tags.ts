import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { changeAnswer, thingsAt } from "../../change-answer"
import { taxonomy } from "../../tag-list"

type Shown = { tags?: { id: string }[] | null }

const known = new WeakMap<MedusaRequest, string[]>()

/** A list that was chosen by a statement of ours need not ask again. */
export const knowHiddenTags = (req: MedusaRequest, ids: string[]) =>
  known.set(req, ids)

/** A tag that is hidden is not on the products it is on. */
export function hideHiddenTags(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (!req.queryConfig.fields.some((field) => field.startsWith("tags"))) {
    return next()
  }
  // Asked for while core reads the products.
  const held = known.get(req)
  const asked = held ? Promise.resolve(held) : taxonomy(req).listHiddenTags()
  asked.catch(() => undefined)
  changeAnswer(req, res, next, async (body) => {
    const hidden = new Set(await asked)
    for (const product of thingsAt<Shown>(body, "product", "products")) {
      if (hidden.size && product.tags) {
        product.tags = product.tags.filter(({ id }) => !hidden.has(id))
      }
    }
  })
}
