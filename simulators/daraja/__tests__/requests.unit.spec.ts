import {
  parseRequestTimeout,
  parseReversalResult,
  parseStatusResult,
  SIMULATED_ACCOUNT,
} from "../../../src/providers/payment-mpesa/daraja"
import { type DarajaBed, SHOPPER, startDaraja } from "./bed"

let bed: DarajaBed

beforeEach(async () => {
  bed = await startDaraja()
})
afterEach(() => bed.close())

const addresses = () => ({
  resultUrl: `${bed.shop.url}/hooks/stk/result`,
  timeoutUrl: `${bed.shop.url}/hooks/stk/timeout`,
})

async function pay() {
  await bed.push()
  await bed.answer("approve")
  const [callback] = await bed.callbacks()
  return (callback as { receipt: string }).receipt
}

const reverse = (receipt: string, amount = 1500) =>
  bed.client.reversal({
    receipt,
    amount,
    remarks: "Refund of ORD1001",
    ...addresses(),
  })

const askStatus = (receipt: string, client = bed.client) =>
  client.transactionStatus({ receipt, remarks: "Check", ...addresses() })

/** What came to the shop, once all that was to come has come. */
async function heard(at: "result" | "timeout") {
  bed.clock.advance(500)
  await bed.sim.callbacks.idle()
  return bed.shop.heard
    .filter(({ path }) => path === `/hooks/stk/${at}`)
    .map(({ body }) => body)
}

describe("a reversal", () => {
  it("is done later, and the shopper reads of it", async () => {
    const receipt = await pay()

    const queued = await reverse(receipt)
    expect(queued).toMatchObject({ outcome: "queued" })
    expect(bed.messages()).toHaveLength(1)

    const [result] = (await heard("result")).map(parseReversalResult)
    const { conversationId } = queued as { conversationId: string }
    expect(result).toMatchObject({
      outcome: "reversed",
      conversationId,
      receipt: expect.stringMatching(/^[A-Z0-9]{10}$/),
    })
    const back = (result as { receipt: string }).receipt
    expect(bed.messages()[1]).toBe(
      `${back} Confirmed. Reversal of transaction ${receipt} has been successfully made on 1/1/27 at 12:30 AM and Ksh1,500.00 is credited to your M-PESA account.`
    )
  })

  it("is done once, however often it is asked for", async () => {
    const receipt = await pay()

    await Promise.all([reverse(receipt), reverse(receipt), reverse(receipt)])

    const results = (await heard("result")).map(parseReversalResult)
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      "already-reversed",
      "already-reversed",
      "reversed",
    ])
    expect(bed.messages()).toHaveLength(2)
  })

  it("of a receipt of nobody fails", async () => {
    expect(await reverse("ABCDEFGHIJ")).toMatchObject({ outcome: "queued" })

    expect((await heard("result")).map(parseReversalResult)).toMatchObject([
      { outcome: "failed", reason: "unknown-transaction" },
    ])
  })

  it("of a part is refused", async () => {
    expect(await reverse(await pay(), 500)).toMatchObject({
      outcome: "refused",
      reason: "amount",
    })
    expect(await heard("result")).toEqual([])
  })

  it.each([
    ["1", "shop-funds"],
    ["21", "not-permitted"],
    ["9876", "unknown"],
  ])("can be made to end with %s", async (reversal_code, reason) => {
    const receipt = await pay()
    await bed.config({ reversal_code })

    await reverse(receipt)

    expect((await heard("result")).map(parseReversalResult)).toMatchObject([
      { outcome: "failed", code: reversal_code, reason },
    ])
    expect(bed.messages()).toHaveLength(1)
  })

  it("can be done although a time-out is told", async () => {
    const receipt = await pay()
    await bed.config({ results: "timeout" })

    const queued = await reverse(receipt)

    const { originatorConversationId } = queued as {
      originatorConversationId: string
    }
    expect((await heard("timeout")).map(parseRequestTimeout)).toMatchObject([
      { outcome: "timed-out", originatorConversationId },
    ])
    expect(await heard("result")).toEqual([])
    expect(bed.messages()).toHaveLength(2)
  })
})

describe("a status request", () => {
  it("proves a receipt", async () => {
    const receipt = await pay()

    expect(await askStatus(receipt)).toMatchObject({ outcome: "queued" })

    expect((await heard("result")).map(parseStatusResult)).toMatchObject([
      { outcome: "completed", receipt, amount: 1500 },
    ])
  })

  it("finds the payment of a reversal by what the shop was told", async () => {
    const receipt = await pay()
    const queued = await reverse(receipt)
    await heard("result")

    await bed.client.transactionStatus({
      originatorConversationId: (queued as { originatorConversationId: string })
        .originatorConversationId,
      remarks: "Check",
      ...addresses(),
    })

    expect(
      (await heard("result")).slice(1).map(parseStatusResult)
    ).toMatchObject([{ outcome: "completed", receipt }])
  })

  it("does not find a receipt of nobody", async () => {
    await askStatus("ABCDEFGHIJ")

    expect((await heard("result")).map(parseStatusResult)).toMatchObject([
      { outcome: "unanswered", reason: "unknown-transaction" },
    ])
  })

  it.each([{ name: "somebody" }, { password: "wrong" }])(
    "of an initiator with %j is turned away later",
    async (change) => {
      const receipt = await pay()
      const initiator = { ...SIMULATED_ACCOUNT.initiator, ...change }

      expect(
        await askStatus(receipt, bed.connect({ initiator }))
      ).toMatchObject({
        outcome: "queued",
      })

      expect((await heard("result")).map(parseStatusResult)).toMatchObject([
        { outcome: "unanswered", code: "2001", reason: "initiator-refused" },
      ])
    }
  )
})

describe("C2B", () => {
  it("announces nothing before it is registered", async () => {
    await pay()

    expect(await bed.confirmations()).toEqual([])
  })

  it("announces a paid prompt too, under the same receipt", async () => {
    expect(await bed.registerC2b()).toEqual({ outcome: "registered" })

    const receipt = await pay()

    expect(await bed.confirmations()).toEqual([
      {
        outcome: "received",
        receipt,
        amount: 1500,
        shortcode: "174379",
        reference: "ORD1001",
        phone: "2547 ***** 678",
        payerName: "AMINA",
        type: "Pay Bill",
        paidAt: new Date("2026-12-31T21:30:05Z"),
      },
    ])
  })

  it("announces what a shopper pays without a prompt", async () => {
    await bed.registerC2b()
    const { body: grant } = await bed.token()

    const { status } = await bed.post(
      "/mpesa/c2b/v2/simulate",
      {
        ShortCode: "174379",
        CommandID: "CustomerPayBillOnline",
        Amount: "250",
        Msisdn: SHOPPER,
        BillRefNumber: "ORD1002",
      },
      `Bearer ${String(grant.access_token)}`
    )

    expect(status).toBe(200)
    expect(await bed.confirmations()).toMatchObject([
      { amount: 250, reference: "ORD1002" },
    ])
    expect(bed.messages()[0]).toContain("Ksh250.00 sent to Duka")
  })

  it("takes addresses again, unless it is to be strict", async () => {
    await bed.registerC2b()
    expect(await bed.registerC2b()).toEqual({ outcome: "registered" })

    await bed.config({ register_once: true })

    expect(await bed.registerC2b()).toEqual({ outcome: "already-registered" })
  })
})

describe("a pull", () => {
  const pull = (offset = 0) =>
    bed.client.pullTransactions({
      from: new Date(bed.clock.now() - 72 * 3_600_000),
      to: new Date(bed.clock.now()),
      offset,
    })

  it("finds nothing before it is switched on", async () => {
    await pay()

    expect(await pull()).toMatchObject({ outcome: "pulled", transactions: [] })
  })

  it("lists the payments of the last two days", async () => {
    const nominated = {
      phone: `+${SHOPPER}`,
      callbackUrl: `${bed.shop.url}/hooks/pull`,
    }
    expect(await bed.client.registerPull(nominated)).toEqual({
      outcome: "registered",
    })
    expect((await bed.client.registerPull(nominated)).outcome).toBe(
      "registered"
    )
    const receipt = await pay()

    expect(await pull()).toEqual({
      outcome: "pulled",
      transactions: [
        {
          receipt,
          amount: 1500,
          date: "2027-01-01T00:30:05Z",
          phone: "712345678",
          reference: "ORD1001",
          type: "c2b-pay-bill-debit",
        },
      ],
      unreadable: 0,
    })
    expect(await pull(1)).toMatchObject({ transactions: [] })
    bed.clock.advance(48 * 3_600_000 + 1)
    expect(await pull()).toMatchObject({ transactions: [] })
  })
})
