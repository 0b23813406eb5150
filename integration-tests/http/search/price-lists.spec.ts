import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { idsOf, search, soon } from "./bed"

const shop = useShop()

it("a price list that begins by the clock is searched after the next look", async () => {
  const product = await shop.fixtures.product({ prices: { kes: 1000 } })
  const at = (amount: number) => async () =>
    idsOf(
      await search(shop, { filters: { id: product.id, "price.kes": amount } })
    )
  await soon(at(1000), [product.id])
  const { status } = await shop.admin<HttpTypes.AdminPriceListResponse>(
    "/price-lists",
    {
      body: {
        title: unique("list"),
        description: "Of the test",
        type: "sale",
        status: "active",
        starts_at: new Date(Date.now() + 1500).toISOString(),
        prices: [
          {
            variant_id: product.variants?.[0].id,
            currency_code: "kes",
            amount: 700,
          },
        ],
      },
    }
  )
  expect(status).toBe(200)
  const staff = await shop.asSuperAdmin()
  const job = "/workflows-executions/job-search-due-prices/run"

  await soon(async () => {
    expect((await staff.admin(job, { body: {} })).status).toBeLessThan(300)
    return at(700)()
  }, [product.id])
})
