import { type CashContext, CashService } from "../service"

const cash = new CashService({})

it("waits until the money has come, whatever a shopper sends", async () => {
  const waiting = { data: {}, status: "pending_authorization" }
  const forged = { cash_collected: true, status: "captured" }

  expect(await cash.authorizePayment({})).toEqual(waiting)
  expect(await cash.authorizePayment({ data: forged })).toEqual(waiting)
  expect(await cash.getPaymentStatus({ data: forged })).toEqual({
    status: "pending_authorization",
  })
})

it("is authorised when the server says that it has come", async () => {
  const context: CashContext = { cash_collected: true }

  expect(await cash.authorizePayment({ data: {}, context })).toEqual({
    data: {},
    status: "authorized",
  })
})

it("asks nobody and keeps nothing", async () => {
  const input = { amount: 1, currency_code: "kes", data: { a: 1 } }

  expect(await cash.initiatePayment(input)).toEqual({
    id: expect.any(String),
    data: {},
  })
  for (const done of [
    cash.capturePayment(input),
    cash.refundPayment(input),
    cash.cancelPayment(input),
    cash.deletePayment(input),
    cash.updatePayment(input),
    cash.retrievePayment(input),
  ]) {
    expect(await done).toEqual({ data: {} })
  }
  expect(await cash.getWebhookActionAndData()).toEqual({
    action: "not_supported",
  })
})
