import type {
  ISearchModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CATALOGUE_MODULE } from "../../../src/modules/catalogue"
import type { CatalogueService } from "../../../src/modules/catalogue/service"
import { repairSearchIndexWorkflow } from "../../../src/workflows/search"
import { idsOf, search, soon } from "../../http/search/bed"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"

let shop: Shop
let container: MedusaContainer

const word = unique("w").replace(/[^a-z]/g, "")
const ids: string[] = []

const found = async () =>
  idsOf(await search(shop, { q: word, order: { title: "ASC" } }))

type State = {
  search_index: {
    status: string
    version: number
    documents: number
    last_run: { status: string; documents: number } | null
  }
}

const state = async () =>
  (await shop.admin<State>("/search-indexes/product")).body.search_index

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  for (const title of [`a ${word}`, `b ${word}`]) {
    ids.push((await shop.fixtures.product({ title })).id)
  }
  await soon(found, ids)
})

const searchModule = (): ISearchModuleService =>
  container.resolve(Modules.SEARCH)

it("a rebuild that breaks leaves what is searched as it was", async () => {
  const catalogue: CatalogueService = container.resolve(CATALOGUE_MODULE)
  const before = await state()
  const read = jest
    .spyOn(catalogue, "documentsAfter")
    .mockRejectedValueOnce(new Error("the database went away"))

  await expect(searchModule().reindex({ index: "product" })).rejects.toThrow(
    "the database went away"
  )

  read.mockRestore()
  expect(await found()).toEqual(ids)
  expect(await state()).toMatchObject({
    version: before.version,
    status: "ready",
    last_run: { status: "failed" },
  })
})

it("two rebuilds at once end in one index with everything", async () => {
  const [{ count }] = await shop.sql<{ count: number }>(
    "select count(*)::int from product where deleted_at is null"
  )
  const before = await state()

  await Promise.all([
    searchModule().reindex({ index: "product" }),
    searchModule().reindex({ index: "product" }),
  ])

  expect(await found()).toEqual(ids)
  const after = await state()
  expect(after).toMatchObject({
    status: "ready",
    documents: count,
    last_run: { status: "done", documents: count },
  })
  expect(after.version).toBeGreaterThan(before.version)
})

it("repairs what was changed past every workflow, and only that", async () => {
  const [first, second] = ids
  await repairSearchIndexWorkflow(container).run()
  await shop.sql("update product set title = $2 where id = $1", [
    first,
    `c ${word}`,
  ])
  await shop.sql("update product set deleted_at = now() where id = $1", [
    second,
  ])
  expect(await found()).toEqual([first, second])

  const { result } = await repairSearchIndexWorkflow(container).run()

  expect(result).toEqual({ repaired: 2 })
  expect(await found()).toEqual([first])
  expect(idsOf(await search(shop, { q: `c ${word}` }))).toEqual([first])
})

it("of many changes at once the last one stays", async () => {
  const [first] = ids
  await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      shop.admin(`/products/${first}`, { body: { title: `n${at} ${word}` } })
    )
  )
  const [{ title }] = await shop.sql<{ title: string }>(
    "select title from product where id = $1",
    [first]
  )
  await soon(async () => {
    const { hits } = await search(shop, { q: word, fields: ["title"] })
    return hits.map(({ document }) => document.title)
  }, [title])
})
