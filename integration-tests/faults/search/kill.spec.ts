import { eventually } from "../../http/mobile-money/bed"
import { idsOf, search } from "../../http/search/bed"
import { shopAt, startServer, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { repairSearchIndexWorkflow } from "../../../src/workflows/search"

const word = unique("w").replace(/[^a-z]/g, "")

let database: string

beforeAll(async () => {
  const server = await startServer({ killAt: "search-documents-read" })
  database = server.databaseUrl
  // It dies before it answers, or just after.
  await shopAt(server)
    .fixtures.product({ title: word })
    .catch(() => undefined)
  await server.exited
})

it("what a server died over is found by the next repair", async () => {
  const { shop, container } = await bootApp({ database })
  const [{ id }] = await shop.sql<{ id: string }>(
    "select id from product where title = $1",
    [word]
  )
  const found = async () => idsOf(await search(shop, { q: word }))
  expect(await found()).toEqual([])

  await repairSearchIndexWorkflow(container).run()

  await eventually("the product", async () => (await found()).length > 0)
  expect(await found()).toEqual([id])
  const { result } = await repairSearchIndexWorkflow(container).run()
  expect(result).toEqual({ repaired: 0 })
})
