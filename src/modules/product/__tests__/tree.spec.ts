import type {
  IProductModuleService,
  ProductCategoryDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import * as models from "../models/core"
import type { NameScope } from "../names"

jest.setTimeout(60_000)

const suite = (
  scope: NameScope,
  tests: (service: IProductModuleService) => void
) =>
  moduleIntegrationTestRunner<IProductModuleService>({
    moduleName: Modules.PRODUCT,
    moduleModels: Object.values(models),
    moduleOptions: { category_name_unique: scope },
    resolve: "./src/modules/product",
    testSuite: ({ service }) =>
      describe(`with names unique: ${scope}`, () => tests(service)),
  })

const make = (
  service: IProductModuleService,
  name: string,
  handle: string,
  parent_category_id?: string
) => service.createProductCategories({ name, handle, parent_category_id })

suite("everywhere", (service) => {
  it("a name is there once in the whole shop", async () => {
    const parent = await make(service, "Watches", "watches")
    await expect(
      make(service, "watches ", "others", parent.id)
    ).rejects.toMatchObject({ code: "category_name_taken" })
    expect(await service.listProductCategories()).toHaveLength(1)
  })
})

suite("no", (service) => {
  it("siblings may share a name", async () => {
    await make(service, "Watches", "watches")
    await make(service, "Watches", "more-watches")
    expect(await service.listProductCategories()).toHaveLength(2)
  })
})

suite("siblings", (service) => {
  const tree = async () => {
    const categories = await service.listProductCategories(
      {},
      { order: { mpath: "ASC" } }
    )
    return (categories as (ProductCategoryDTO & { mpath: string })[]).map(
      ({ handle, rank, mpath }) => [handle, rank, mpath]
    )
  }

  it("what is deleted comes back to its place", async () => {
    const a = await make(service, "A", "a")
    const b = await make(service, "B", "b")
    await service.softDeleteProductCategories([a.id])
    expect(await tree()).toEqual([["b", 0, b.id]])

    await service.restoreProductCategories([a.id])

    expect((await tree()).sort()).toEqual([
      ["a", 0, a.id],
      ["b", 1, b.id],
    ])
  })

  it("what is deleted for good leaves its place to the next", async () => {
    const a = await make(service, "A", "a")
    const b = await make(service, "B", "b")

    await service.deleteProductCategories([a.id])

    expect(await tree()).toEqual([["b", 0, b.id]])
  })

  it("two of one call are judged together", async () => {
    await expect(
      service.createProductCategories([
        { name: "Same", handle: "one" },
        { name: "same", handle: "two" },
      ])
    ).rejects.toMatchObject({ code: "category_name_taken" })
    expect(await tree()).toEqual([])
  })

  it("two of one call do not go under each other", async () => {
    const a = await make(service, "A", "a")
    const b = await make(service, "B", "b")
    await expect(
      service.upsertProductCategories([
        { id: a.id, parent_category_id: b.id },
        { id: b.id, parent_category_id: a.id },
      ])
    ).rejects.toMatchObject({ code: "category_inside_itself" })
    expect((await tree()).sort()).toEqual([
      ["a", 0, a.id],
      ["b", 1, b.id],
    ])
  })
})
