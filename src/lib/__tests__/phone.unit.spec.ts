import {
  formatInternational,
  isMobile,
  maskPhone,
  parsePhone,
  type Phone,
} from "../phone"

const read = (input: string, country: string) => {
  const phone = parsePhone(input, country)
  return phone.ok ? phone.e164 : phone.reason
}

const accepted = (input: string, country: string): Phone => {
  const phone = parsePhone(input, country)
  if (!phone.ok) {
    throw new Error(`${input} was refused: ${phone.reason}`)
  }
  return phone
}

describe("parsePhone", () => {
  it.each([
    ["0712345678", "+254712345678"],
    ["712345678", "+254712345678"],
    ["254712345678", "+254712345678"],
    ["+254712345678", "+254712345678"],
    ["+254 0712 345 678", "+254712345678"],
    ["00254712345678", "+254712345678"],
    ["0712-345-678", "+254712345678"],
    ["  0712 345678 ", "+254712345678"],
    ["0110123456", "+254110123456"],
    ["٠٧١٢٣٤٥٦٧٨", "+254712345678"],
  ])("reads %s in Kenya", (input, e164) => {
    expect(read(input, "ke")).toBe(e164)
  })

  it.each([
    ["01712345678", "+8801712345678"],
    ["1712345678", "+8801712345678"],
    ["8801712345678", "+8801712345678"],
    ["+8801912345678", "+8801912345678"],
    ["01312345678", "+8801312345678"],
    ["০১৭১২৩৪৫৬৭৮", "+8801712345678"],
    ["+৮৮০ ১৭১২-৩৪৫৬৭৮", "+8801712345678"],
  ])("reads %s in Bangladesh", (input, e164) => {
    expect(read(input, "bd")).toBe(e164)
  })

  it.each([
    ["9876543210", "+919876543210"],
    ["09876543210", "+919876543210"],
    ["919876543210", "+919876543210"],
    ["९८७६५४३२१०", "+919876543210"],
    ["+९१ ९८७६५ ४३२१०", "+919876543210"],
  ])("reads %s in India", (input, e164) => {
    expect(read(input, "in")).toBe(e164)
  })

  it.each([
    ["(201) 555-0123", "+12015550123"],
    ["1 201.555.0123", "+12015550123"],
  ])("reads %s in the United States", (input, e164) => {
    expect(read(input, "us")).toBe(e164)
  })

  it("takes the country in either case", () => {
    expect(read("0712345678", "KE")).toBe("+254712345678")
  })

  it("reads a foreign number and says whose it is", () => {
    expect(parsePhone("+8801712345678", "ke")).toEqual({
      ok: true,
      e164: "+8801712345678",
      national: "01712-345678",
      country: "bd",
      type: "mobile",
    })
  })

  it("tells a fixed line from a mobile", () => {
    const fixed = accepted("020 2345678", "ke")

    expect(fixed.e164).toBe("+254202345678")
    expect(fixed.type).toBe("fixed")
    expect(isMobile(fixed)).toBe(false)
    expect(accepted("0712345678", "ke").type).toBe("mobile")
    expect(isMobile(accepted("0712345678", "ke"))).toBe(true)
  })

  it("counts a number that may be either as a mobile", () => {
    const american = accepted("2015550123", "us")

    expect(american.type).toBe("mobile-or-fixed")
    expect(isMobile(american)).toBe(true)
  })

  it.each([
    ["", "ke", "empty"],
    ["   ", "ke", "empty"],
    ["0712abc678", "ke", "not-a-number"],
    ["0712345678 ext 5", "ke", "not-a-number"],
    ["+254712345678;drop", "ke", "not-a-number"],
    ["0712\u202e345678", "ke", "not-a-number"],
    ["0712+345678", "ke", "not-a-number"],
    ["1".repeat(41), "ke", "not-a-number"],
    ["07123", "ke", "invalid"],
    ["07123456789", "ke", "invalid"],
    ["0912345678", "ke", "invalid"],
    ["01012345678", "bd", "invalid"],
    ["0171234567", "bd", "invalid"],
    ["98765432", "in", "invalid"],
    ["+999712345678", "ke", "invalid"],
    ["0712345678", "zz", "invalid"],
  ])("refuses %p in %s as %s", (input, country, reason) => {
    expect(parsePhone(input, country)).toEqual({ ok: false, reason })
  })
})

describe("formatInternational", () => {
  it("groups the digits", () => {
    expect(formatInternational("+254712345678")).toBe("+254 712 345678")
  })

  it("leaves what is no number as it is", () => {
    expect(formatInternational("unknown")).toBe("unknown")
  })
})

describe("maskPhone", () => {
  it.each([
    ["+8801712345678", "0171***678"],
    ["+254712345678", "071***678"],
    ["+919876543210", "0987***210"],
    ["123456", "1***6"],
    ["123", "***"],
  ])("shows %s as %s", (e164, masked) => {
    expect(maskPhone(e164)).toBe(masked)
  })
})
