import { useShop } from "../../support"

const shop = useShop()

describe("the shared shop", () => {
  it("answers a guest who has the publishable key", async () => {
    const { status, body } = await shop.store("/regions")

    expect(status).toBe(200)
    expect(body.count).toBe(4)
  })

  it("knows the admin of the base data", async () => {
    const { status, body } = await shop.admin<{ user: { email: string } }>(
      "/users/me"
    )

    expect(status).toBe(200)
    expect(body.user.email).toBe(shop.seed.admin.email)
  })

  it("lets a new customer log in", async () => {
    const person = await shop.asCustomer()
    const { status, body } = await person.store<{ customer: { id: string } }>(
      "/customers/me"
    )

    expect(status).toBe(200)
    expect(body.customer.id).toMatch(/^cus_/)
  })

  it("sells a product of one's own to a cart of one's own", async () => {
    const product = await shop.fixtures.product({ prices: { kes: 990 } })
    const cart = await shop.fixtures.cart({
      items: [{ variant_id: product.variants?.[0].id ?? "", quantity: 2 }],
    })

    expect(cart.item_total).toBe(1980)
    expect(cart.currency_code).toBe("kes")
  })

  it("places an order", async () => {
    const order = await shop.fixtures.order({ market: "bd" })

    expect(order.currency_code).toBe("bdt")
    expect(
      await shop.sql('select id from "order" where id = $1', [order.id])
    ).toEqual([{ id: order.id }])
  })
})
