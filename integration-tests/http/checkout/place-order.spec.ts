import { useShop } from "../../support"
import { checkoutBed } from "./bed"

const shop = useShop()
const { body, checkout } = checkoutBed(shop)

describe("a guest with lines", () => {
  it("has a cash order with one call", async () => {
    const sent = await body()

    const { status, body: answer } = await checkout(sent)

    expect({ status, answer }).toMatchObject({
      status: 201,
      answer: {
        order: { email: sent.email, currency_code: "kes", item_subtotal: 5000 },
        payment: { method: "cash", state: "pending", currency_code: "kes" },
        order_token: expect.stringMatching(/^order_/),
      },
    })
  })
})
