import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  type CategoryTree,
  categoryTree,
  collections,
  productTypes,
  tags,
} from "./groups"

type Ids = Map<string, string>

/** Ids by handle (categories, collections) or by value (tags, types). */
export type Groups = {
  categories: Ids
  collections: Ids
  tags: Ids
  types: Ids
}

export async function seedGroups(container: MedusaContainer): Promise<Groups> {
  return {
    categories: await seedCategories(container),
    collections: await seedCollections(container),
    tags: await seedTags(container),
    types: await seedTypes(container),
  }
}

async function seedCategories(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProductCategories({}, { select: ["id", "handle"], take: null })
  const ids: Ids = new Map(existing.map(({ handle, id }) => [handle, id]))
  await seedLevel(container, ids, categoryTree)
  return ids
}

async function seedLevel(
  container: MedusaContainer,
  ids: Ids,
  level: readonly CategoryTree[],
  parent?: string
) {
  const missing = level.filter(({ handle }) => !ids.has(handle))
  if (missing.length) {
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: {
        product_categories: missing.map(({ handle, name, description }) => ({
          handle,
          name,
          description,
          is_active: true,
          is_internal: false,
          parent_category_id: parent,
          rank: level.findIndex((category) => category.handle === handle),
        })),
      },
    })
    for (const { handle, id } of result) {
      ids.set(handle, id)
    }
  }
  for (const { handle, children } of level) {
    if (children) {
      await seedLevel(container, ids, children, ids.get(handle))
    }
  }
}

async function seedCollections(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProductCollections({}, { take: null })
  const ids: Ids = new Map(existing.map(({ handle, id }) => [handle, id]))
  const missing = collections.filter(({ handle }) => !ids.has(handle))
  if (missing.length) {
    const { result } = await createCollectionsWorkflow(container).run({
      input: { collections: missing.map((collection) => ({ ...collection })) },
    })
    for (const { handle, id } of result) {
      ids.set(handle, id)
    }
  }
  return ids
}

async function seedTags(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProductTags({}, { take: null })
  const ids: Ids = new Map(existing.map(({ value, id }) => [value, id]))
  const missing = tags.filter((value) => !ids.has(value))
  if (missing.length) {
    const { result } = await createProductTagsWorkflow(container).run({
      input: { product_tags: missing.map((value) => ({ value })) },
    })
    for (const { value, id } of result) {
      ids.set(value, id)
    }
  }
  return ids
}

async function seedTypes(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProductTypes({}, { take: null })
  const ids: Ids = new Map(existing.map(({ value, id }) => [value, id]))
  const missing = productTypes.filter((value) => !ids.has(value))
  if (missing.length) {
    const { result } = await createProductTypesWorkflow(container).run({
      input: { product_types: missing.map((value) => ({ value })) },
    })
    for (const { value, id } of result) {
      ids.set(value, id)
    }
  }
  return ids
}
