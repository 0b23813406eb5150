import { eventually } from "../../http/mobile-money/bed"
import { wishlistBed } from "../../http/wishlist/bed"
import { shopAt, startServer } from "../../support"
import { bootApp } from "../../support/boot-app"
import { countStock, listenIn, watchOnce } from "./bed"

let database: string
/** The entry somebody was to be told about. */
let item: string

beforeAll(async () => {
  const server = await startServer({ killAt: "wishlist-news-claimed" })
  database = server.databaseUrl
  const dying = shopAt(server)
  const bed = wishlistBed(dying)
  const { id: product_id, variant_ids } = await bed.product({ stock: 0 })
  const { call } = await bed.customer()
  const list = await bed.listOf(call)
  item = (await bed.add(call, list.id, { product_id })).id
  // It dies before it answers, or just after.
  await countStock(dying, variant_ids[0], 3).catch(() => undefined)
  await server.exited
  // Nobody else claims the news before the test does.
  await dying.sql(
    "update wishlist_news set busy_until = now() + interval '1 hour'"
  )
})

it("news of a server that died while it told them are told by another one", async () => {
  const { shop, container } = await bootApp({ database })
  const told = listenIn(container)
  const news = await shop.sql<{ id: string; item_id: string }>(
    "select id, item_id from wishlist_news"
  )
  expect(news).toEqual([{ id: expect.any(String), item_id: item }])
  await watchOnce(container)
  expect(told).toEqual([])

  // Its claim runs out.
  await shop.sql("update wishlist_news set busy_until = now()")
  await watchOnce(container)

  await eventually("the news", async () => told.length > 0)
  expect(told).toEqual([
    expect.objectContaining({
      name: "wishlist.back_in_stock",
      data: expect.objectContaining({ id: item, news_id: news[0].id }),
    }),
  ])
  expect(await shop.sql("select id from wishlist_news")).toEqual([])
})
