import { bodyOf, changesOf, draftOf, newDraft } from "../draft"
import type { Coupon } from "../types"

const coupon: Coupon = {
  id: "promo_1",
  code: "KARIBU20",
  type: "percentage",
  value: 20,
  currency_code: "kes",
  minimum_amount: 1000,
  maximum_discount: 500.5,
  // Midnight and half past six in Nairobi.
  starts_at: "2026-11-30T21:00:00.000Z",
  ends_at: "2026-12-31T15:30:20.000Z",
  starts_on: "2026-12-01",
  ends_on: "2026-12-31",
  time_zone: "Africa/Nairobi",
  usage_limit: 100,
  usage_limit_per_customer: null,
  used: 3,
  active: true,
  state: "active",
  simple: true,
}

it("begins today, where the shop is", () => {
  const late = new Date("2026-12-31T22:00:00Z")
  expect(newDraft("Africa/Nairobi", late).start).toEqual({
    day: "2027-01-01",
    time: "",
  })
})

it("comes back as it went into the form, by the shop's clock", () => {
  expect(bodyOf(draftOf(coupon))).toEqual({
    code: "KARIBU20",
    type: "percentage",
    currency_code: "kes",
    value: 20,
    minimum_amount: 1000,
    maximum_discount: 500.5,
    starts_at: "2026-12-01",
    ends_at: "2026-12-31T18:30",
    usage_limit: 100,
    usage_limit_per_customer: null,
    active: true,
  })
})

it("sends of a change only what is different", () => {
  const draft = draftOf(coupon)
  expect(changesOf(coupon, draft)).toEqual({})
  expect(
    changesOf(coupon, {
      ...draft,
      value: " 25 ",
      minimum: "",
      end: { day: "2027-01-31", time: "" },
      per_customer: "1",
    })
  ).toEqual({
    value: 25,
    minimum_amount: null,
    ends_at: "2027-01-31",
    usage_limit_per_customer: 1,
  })
})

it("leaves what makes no sense to the server's judgement", () => {
  expect(
    bodyOf({
      ...draftOf(coupon),
      value: "",
      minimum: "many",
      maximum: "12,5",
      start: { day: "", time: "10:00" },
      end: { day: "", time: "" },
    })
  ).toMatchObject({
    value: null,
    minimum_amount: "many",
    maximum_discount: 12.5,
    starts_at: "10:00",
    ends_at: null,
  })
})

it("has no maximum for an amount of money", () => {
  expect(bodyOf({ ...draftOf(coupon), type: "fixed", currency: "" })).toEqual(
    expect.objectContaining({ maximum_discount: null, currency_code: null })
  )
})

it("knows a promotion without dates", () => {
  const bare = { starts_at: null, ends_at: null, starts_on: null }
  expect(draftOf({ ...coupon, ...bare, ends_on: null })).toMatchObject({
    start: { day: "", time: "" },
    end: { day: "", time: "" },
  })
})
