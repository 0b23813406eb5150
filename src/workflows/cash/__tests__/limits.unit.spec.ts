import { refuseDearCashOrder } from "../limits"

const market = (order: number | null) => ({
  currency: "kes",
  locales: ["en"],
  cash_limits: { order, open_orders: null },
})

it("risks as much as the market says and not a cent more", () => {
  expect(() => refuseDearCashOrder(market(50_000), 50_000)).not.toThrow()
  expect(() => refuseDearCashOrder(market(null), 1e9)).not.toThrow()
  expect(() => refuseDearCashOrder(market(50_000), 50_000.01)).toThrow(
    expect.objectContaining({
      code: "cash_limit_exceeded",
      message: expect.stringMatching(/up to KES.50,000\.00\.$/),
    })
  )
})
