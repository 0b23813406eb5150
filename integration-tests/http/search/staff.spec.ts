import type { ErrorBody } from "../../../src/api/frame/errors/body"
import { unique, useShop } from "../../support"
import { idsOf, search, soon } from "./bed"

const shop = useShop()

type Group = { entity: string; data: { id: string }[] }

it("staff find everything, as before there was an index", async () => {
  const title = unique("found")
  const product = await shop.fixtures.product({ title, status: "draft" })
  const ask = async () => {
    const { status, body } = await shop.admin<{ results: Group[] }>(
      `/search?q=${title}`
    )
    expect(status).toBe(200)
    expect(body.results.map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(["order", "product", "customer", "price_list"])
    )
    return body.results
      .filter(({ entity }) => entity === "product")
      .flatMap(({ data }) => data.map(({ id }) => id))
  }

  await soon(ask, [product.id])
  expect(idsOf(await search(shop, { q: title }))).toEqual([])
})

it("says how the index is, and of no other", async () => {
  const { status, body } = await shop.admin<{ search_index: object }>(
    "/search-indexes/product"
  )
  expect(status).toBe(200)
  expect(body.search_index).toMatchObject({
    name: "product",
    status: "ready",
    version: expect.any(Number),
    documents: expect.any(Number),
  })
  const lost = await shop.admin<ErrorBody>("/search-indexes/none")
  expect(lost.status).toBe(404)
})

it("lets nobody without the permission delete or rebuild the index", async () => {
  const { email, password } = await shop.fixtures.staff()
  const { body } = await shop.call<{ token: string }>("/auth/user/emailpass", {
    body: { email, password },
  })
  for (const [path, method] of [
    ["/search-indexes/product", "DELETE"],
    ["/search-indexes/product/reindex", "POST"],
    ["/search-indexes", "GET"],
  ]) {
    const { status } = await shop.call(`/admin${path}`, {
      token: body.token,
      method,
      ...(method === "POST" ? { body: {} } : {}),
    })
    expect({ path, method, status }).toEqual({ path, method, status: 403 })
  }
})
