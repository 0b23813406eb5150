import { markets } from "../../../markets"
import { Refusal } from "../../refusal"
import {
  marketOfAddress,
  normalAddress,
  normalBilling,
  normalProvince,
} from "../plan/address"
import { refuseUnknownCodes } from "../plan/codes"
import { contactOf, phoneOfOrder } from "../plan/contact"
import { summed } from "../plan/lines"
import { paymentOf } from "../plan/payment"

const refusal = (attempt: () => unknown) => {
  try {
    attempt()
  } catch (error) {
    const { code, details } = error as Refusal
    return { code, fields: details?.map(({ field }) => field) }
  }
  throw new Error("It was not refused.")
}

const address = {
  first_name: " Amina ",
  address_1: "Moi  Avenue 1",
  city: "Nairobi",
  country_code: "KE",
}

describe("whom to reach", () => {
  it.each([
    ["ke", { email: " Amina@Example.com " }, "amina@example.com", null],
    ["ke", { phone: "0712 345 678" }, null, "+254712345678"],
    ["bd", { phone: "০১৭১২৩৪৫৬৭৮" }, null, "+8801712345678"],
    [
      "us",
      { email: "a@b.co", phone: "+254712345678" },
      "a@b.co",
      "+254712345678",
    ],
  ] as const)("in %s: %j", (market, given, email, phone) => {
    expect(contactOf(markets[market], given)).toEqual({ email, phone })
  })

  it.each([
    ["ke", {}, "contact_required", "phone"],
    ["bd", { email: "a@b.co" }, "contact_required", "phone"],
    ["us", { phone: "+12015550123" }, "contact_required", "email"],
    ["ke", { phone: "071234" }, "invalid_phone", "phone"],
  ] as const)("is refused in %s: %j", (market, given, code, field) => {
    expect(refusal(() => contactOf(markets[market], given))).toEqual({
      code,
      fields: [field],
    })
  })

  it("is who ordered, else who gets the parcel, else nobody", () => {
    const shipping_address = { phone: "0712345679" }
    const metadata = { contact_phone: "0712345678" }

    expect(phoneOfOrder({ metadata, shipping_address }, "ke")).toBe(
      "+254712345678"
    )
    expect(phoneOfOrder({ shipping_address }, "ke")).toBe("+254712345679")
    expect(phoneOfOrder({ metadata: { contact_phone: 5 } }, "ke")).toBeNull()
    expect(phoneOfOrder({ shipping_address: { phone: "x" } }, "ke")).toBeNull()
  })
})

describe("an address", () => {
  it("is tidied, its phone written in full", () => {
    expect(
      normalAddress(markets.ke, { ...address, phone: "0712345678" }, "a")
    ).toEqual({
      first_name: "Amina",
      address_1: "Moi Avenue 1",
      city: "Nairobi",
      country_code: "ke",
      phone: "+254712345678",
    })
  })

  it("names each field that is wrong", () => {
    const wrong = {
      ...address,
      city: " ",
      province: "Atlantis",
      postal_code: "1",
    }

    expect(refusal(() => normalAddress(markets.ke, wrong, "a"))).toEqual({
      code: "invalid_address",
      fields: ["a.city", "a.province", "a.postal_code"],
    })
  })

  it.each([
    ["us", "nj", "New Jersey"],
    ["us", "US-NJ", "us-nj"],
    ["ke", "30", "Nairobi"],
    ["bd", "ঢাকা", "Dhaka"],
    ["ke", undefined, undefined],
  ] as const)("in %s has the province %j as %j", (market, text, province) => {
    expect(normalProvince(markets[market], text)).toBe(province)
  })

  it("belongs to a market its region has", () => {
    expect(marketOfAddress(address, ["ke", "ug"], "a")).toBe(markets.ke)
    for (const countries of [["us"], []]) {
      expect(refusal(() => marketOfAddress(address, countries, "a"))).toEqual({
        code: "invalid_address",
        fields: ["a.country_code"],
      })
    }
    expect(
      refusal(() => marketOfAddress({ country_code: "ug" }, ["ug"], "a")).code
    ).toBe("invalid_address")
  })

  it("for the bill may be anywhere, by the rules where there are some", () => {
    expect(
      normalBilling({ ...address, country_code: "DE", phone: "030 901820" })
    ).toMatchObject({ country_code: "de", phone: "+4930901820" })
    expect(refusal(() => normalBilling({ country_code: "ke" })).fields).toEqual(
      ["billing_address.address_1", "billing_address.city"]
    )
  })
})

describe("how it is paid", () => {
  const all = ["pp_stripe_stripe", "pp_cash_cash"]
  const pay = (
    method: string,
    {
      phone,
      contact = "+254712345678",
      enabled = all,
    }: {
      phone?: string
      contact?: string | null
      enabled?: string[]
    } = {}
  ) => paymentOf(markets.ke, enabled, { method, phone }, contact)

  it("is known by its method", () => {
    expect(pay("cash")).toEqual({
      method: "cash",
      kind: "cash",
      provider_id: "pp_cash_cash",
      phone: "+254712345678",
    })
    expect(pay("stripe", { contact: null })).toMatchObject({
      provider_id: "pp_stripe_stripe",
      phone: null,
    })
  })

  it.each([
    ["nagad", {}, "payment_method_unavailable"],
    ["constructor", {}, "payment_method_unavailable"],
    ["cash", { enabled: [] }, "payment_method_unavailable"],
    ["cash", { contact: null }, "phone_required"],
    ["mpesa", { contact: null }, "phone_required"],
    ["mpesa", { contact: "+12015550123" }, "phone_not_supported"],
    ["mpesa", { phone: "+254202345678" }, "phone_not_supported"],
    ["mpesa", { phone: "07" }, "invalid_phone"],
  ])("is refused with %s and %j", (method, given, code) => {
    expect(refusal(() => pay(method, given)).code).toBe(code)
  })
})

describe("lines", () => {
  it("of one variant are one line", () => {
    expect(
      summed([
        { variant_id: "b", quantity: 1 },
        { variant_id: "a", quantity: 2 },
        { variant_id: "b", quantity: 3 },
      ])
    ).toEqual([
      { variant_id: "b", quantity: 4 },
      { variant_id: "a", quantity: 2 },
    ])
  })
})

describe("codes", () => {
  it("that do not count are named by their place", () => {
    expect(() => refuseUnknownCodes(["A"], ["A", "B"])).not.toThrow()
    expect(refusal(() => refuseUnknownCodes(["A", "X"], ["A"]))).toEqual({
      code: "promotion_not_applied",
      fields: ["promo_codes.1"],
    })
  })
})
