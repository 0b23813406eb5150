import { paymentViewOf } from "../payment-port"
import {
  payableOf,
  type PayableCart,
  type PayableSession,
} from "../plan/payable"
import { isSameAddress, writtenAddress } from "../plan/read"
import { chooseShipping } from "../plan/shipping"
import { sessionDataOf } from "../workflows/core-input"

describe("the delivery of a cart", () => {
  const item = (profile: string | null, requires_shipping = true) => ({
    requires_shipping,
    variant: {
      product: { shipping_profile: profile ? { id: profile } : null },
    },
  })
  const option = (
    id: string,
    shipping_profile_id: string,
    amount?: number
  ) => ({
    id,
    shipping_profile_id,
    amount,
  })
  const offered = [
    option("slow", "parcel", 100),
    option("fast", "parcel", 300),
    option("same", "parcel", 100),
    option("unpriced", "parcel"),
    option("van", "bulky", 900),
  ]
  const parcel = { items: [item("parcel")] }

  it("is the cheapest for each kind of goods", () => {
    const items = [item("parcel"), item("bulky"), item("parcel")]

    expect(chooseShipping(parcel, offered, null)).toEqual([{ id: "same" }])
    expect(chooseShipping({ items }, offered, null)).toEqual([
      { id: "same" },
      { id: "van" },
    ])
  })

  it("is what the shopper wants, and the cheapest for the rest", () => {
    const items = [item("parcel"), item("bulky")]

    expect(chooseShipping({ items }, offered, "fast")).toEqual([
      { id: "fast" },
      { id: "van" },
    ])
  })

  it("stays what it was, while it is offered", () => {
    const held = (id: string) => ({
      ...parcel,
      shipping_methods: [{ shipping_option_id: id }],
    })

    expect(chooseShipping(held("fast"), offered, null)).toEqual([])
    expect(chooseShipping(held("fast"), offered, "fast")).toEqual([])
    expect(chooseShipping(held("fast"), offered, "slow")).toEqual([
      { id: "slow" },
    ])
    expect(chooseShipping(held("gone"), offered, null)).toEqual([
      { id: "same" },
    ])
  })

  it("is not needed for what is not shipped", () => {
    expect(
      chooseShipping({ items: [item("parcel", false)] }, offered, null)
    ).toEqual([])
  })

  it.each([
    ["none", "shipping_option_unavailable"],
    ["unpriced", "shipping_option_unavailable"],
  ])("is refused: %s", (wanted, code) => {
    expect(() => chooseShipping(parcel, offered, wanted)).toThrow(
      expect.objectContaining({ code })
    )
  })

  it("is refused when nothing goes there", () => {
    expect(() => chooseShipping(parcel, [], null)).toThrow(
      expect.objectContaining({ code: "no_shipping_option" })
    )
  })
})

describe("what a cart has to pay", () => {
  const session = (changes: Partial<PayableSession> = {}): PayableSession => ({
    id: "s",
    provider_id: "pp_stripe_stripe",
    status: "pending",
    amount: 100,
    ...changes,
  })
  const cart = (sessions: PayableSession[], total = 100): PayableCart => ({
    id: "c",
    total,
    currency_code: "kes",
    customer_id: null,
    payment_collection: { id: "p", payment_sessions: sessions },
  })
  const plan = {
    sent_codes: [],
    payment: {
      method: "stripe",
      kind: "card",
      provider_id: "pp_stripe_stripe",
      phone: null,
    },
  } as const
  const used = (changes: Partial<PayableSession>, total?: number) =>
    payableOf(cart([session(changes)], total), { ...plan, sent_codes: [] })
      .session_id

  it("is asked for with the session it has, if that is the same", () => {
    expect(used({})).toBe("s")
    expect(used({ status: "error" })).toBe("s")
    expect(used({ amount: 100.004 })).toBe("s")
    expect(used({ amount: 99.99 })).toBeNull()
    expect(used({ provider_id: "pp_cash_cash" })).toBeNull()
    expect(used({ status: "canceled" })).toBeNull()
    expect(used({ payment: { canceled_at: null } })).toBe("s")
    expect(used({ payment: { canceled_at: "2026-01-01" } })).toBeNull()
  })

  it("may be nothing", () => {
    const { free } = payableOf(cart([], 0), { ...plan, sent_codes: [] })

    expect(free).toBe(true)
  })

  it("has the codes that were sent", () => {
    expect(() => payableOf(cart([]), { ...plan, sent_codes: ["A"] })).toThrow(
      expect.objectContaining({ code: "promotion_not_applied" })
    )
  })
})

describe("the payment a shopper sees", () => {
  const view = (
    status: string,
    { collection = "awaiting", provider = "pp_cash_cash", data = {} } = {}
  ) =>
    paymentViewOf({
      total: 12.5,
      currency_code: "kes",
      payment_collections: [
        {
          status: collection,
          payment_sessions: [
            { provider_id: provider, status, amount: 12.5, data },
          ],
        },
      ],
    })

  it.each([
    ["pending_authorization", "pending"],
    ["authorized", "authorized"],
    ["captured", "paid"],
    ["canceled", "canceled"],
    ["a state of next year", "failed"],
  ])("of a session that is %s is %s", (status, state) => {
    expect(view(status)).toEqual({
      method: "cash",
      state,
      amount: 12.5,
      currency_code: "kes",
    })
  })

  it("is paid when all of it is captured", () => {
    expect(view("authorized", { collection: "completed" }).state).toBe("paid")
  })

  it("says what the storefront does next, and no secret after that", () => {
    const stripe = {
      provider: "pp_stripe_stripe",
      data: { client_secret: "pi_1_secret_2" },
    }

    expect(view("pending", stripe)).toMatchObject({
      method: "stripe",
      state: "action_required",
      next: { type: "confirm_card", client_secret: "pi_1_secret_2" },
    })
    expect(view("authorized", stripe)).not.toHaveProperty("next")
  })

  it("is of the session that holds money, else the newest, of the method asked for", () => {
    const session = (provider: string, status: string, day: number) => ({
      provider_id: `pp_${provider}_${provider}`,
      status,
      amount: 12.5,
      created_at: `2026-01-0${day}T00:00:00Z`,
    })
    const seen = (
      payment_sessions: ReturnType<typeof session>[],
      method?: string
    ) => {
      const { method: name, state } = paymentViewOf(
        {
          total: 12.5,
          currency_code: "kes",
          payment_collections: [{ status: "awaiting", payment_sessions }],
        },
        method
      )
      return [name, state]
    }
    const cash = session("cash", "pending_authorization", 3)
    const card = session("stripe", "pending", 2)
    const held = session("stripe", "authorized", 1)

    expect(seen([cash, card])).toEqual(["cash", "pending"])
    expect(seen([cash, card], "stripe")).toEqual(["stripe", "action_required"])
    expect(seen([cash, card, held])).toEqual(["stripe", "authorized"])
    expect(seen([cash], "stripe")).toEqual([null, "action_required"])
  })

  it("is nothing for what is free, and unnamed for what we do not know", () => {
    expect(paymentViewOf({ total: 0, currency_code: "kes" }).state).toBe(
      "not_required"
    )
    expect(view("authorized", { provider: "pp_other" }).method).toBeNull()
  })
})

describe("a stored address", () => {
  const stored = {
    first_name: "Amina",
    last_name: null,
    address_1: "Moi Avenue 1",
    country_code: "ke",
  }

  it("is read without what was never written", () => {
    expect(writtenAddress(stored)).toEqual({
      first_name: "Amina",
      address_1: "Moi Avenue 1",
      country_code: "ke",
    })
    expect(writtenAddress({ city: "Nairobi" })).toBeUndefined()
    expect(writtenAddress(null)).toBeUndefined()
  })

  it("is the same in every field, or another", () => {
    const same = { ...writtenAddress(stored) }

    expect(isSameAddress(stored, same)).toBe(true)
    expect(isSameAddress(stored, { ...same, phone: "+1" })).toBe(false)
    expect(isSameAddress(null, same)).toBe(false)
  })
})

it("a provider is told of a phone only if it takes one", () => {
  const payment = { kind: "mobile", provider_id: "p", phone: "+1" } as const

  expect(sessionDataOf({ ...payment, method: "mpesa" })).toEqual({
    phone: "+1",
  })
  expect(sessionDataOf({ ...payment, method: "cash" })).toEqual({})
})
