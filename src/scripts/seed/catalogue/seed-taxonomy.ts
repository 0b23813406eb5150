import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { TAXONOMY_MODULE } from "../../../modules/taxonomy"
import type { TaxonomyService } from "../../../modules/taxonomy/service"
import {
  saveCategoryProfilesWorkflow,
  saveTagProfilesWorkflow,
} from "../../../workflows/taxonomy"
import { type CategoryTree, categoryTree, tags } from "./groups"
import type { Groups } from "./seed-groups"
import { tagTexts } from "./tag-texts"

/** Describes the demo tags that nobody has described, in their order. */
export async function seedTagProfiles(
  container: MedusaContainer,
  groups: Groups
): Promise<void> {
  const service: TaxonomyService = container.resolve(TAXONOMY_MODULE)
  const described = await service.listTagProfiles(
    { description: { $ne: null } },
    { select: ["tag_id"], take: null }
  )
  const held = new Set(described.map(({ tag_id }) => tag_id))
  const profiles = tags.flatMap((name, rank) => {
    const tag_id = groups.tags.get(name)
    return tag_id && !held.has(tag_id)
      ? [
          {
            tag_id,
            name,
            profile: { description: tagTexts[name], rank: rank + 1 },
          },
        ]
      : []
  })
  if (profiles.length) {
    await saveTagProfilesWorkflow(container).run({ input: { profiles } })
  }
}

const within = ({ handle, children = [] }: CategoryTree): string[] => [
  handle,
  ...children.flatMap(within),
]

const flat = (level: readonly CategoryTree[]): CategoryTree[] =>
  level.flatMap((category) => [category, ...flat(category.children ?? [])])

/** Gives each demo category the picture of a product in it, or below it. */
export async function seedCategoryProfiles(
  container: MedusaContainer,
  groups: Groups
): Promise<void> {
  const service: TaxonomyService = container.resolve(TAXONOMY_MODULE)
  const products = await container.resolve(Modules.PRODUCT).listProducts(
    {},
    {
      select: ["id", "handle", "thumbnail"],
      relations: ["categories"],
      order: { handle: "ASC" },
      take: null,
    }
  )
  const pictureOf = (category: CategoryTree) => {
    const handles = within(category)
    return products.find(
      ({ thumbnail, categories }) =>
        thumbnail && categories?.some(({ handle }) => handles.includes(handle))
    )?.thumbnail
  }
  const known = await service.listCategoryProfiles(
    {},
    { select: ["category_id"], take: null }
  )
  const held = new Set(known.map(({ category_id }) => category_id))
  const profiles = flat(categoryTree).flatMap((category) => {
    const category_id = groups.categories.get(category.handle)
    const image = pictureOf(category)
    return category_id && image && !held.has(category_id)
      ? [{ category_id, profile: { image, image_alt: category.name } }]
      : []
  })
  if (profiles.length) {
    await saveCategoryProfilesWorkflow(container).run({ input: { profiles } })
  }
}
