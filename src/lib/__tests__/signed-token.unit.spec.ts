import { signToken, verifyToken } from "../signed-token"

const SECRET = "a secret of the unit tests"
const NOW = Date.UTC(2026, 0, 1)
const purpose = "order-payment"
const token = signToken(
  SECRET,
  { purpose, subject: "order_1" },
  { ttlSeconds: 60, now: NOW }
)
const verify = (text: string, options: object = {}, secret = SECRET) =>
  verifyToken(secret, text, { purpose, now: NOW, ...options })

const invalid = { ok: false, reason: "invalid" }

it("holds for its subject until its time is over", () => {
  const held = { ok: true, subject: "order_1" }

  expect(verify(token)).toEqual(held)
  expect(verify(token, { subject: "order_1" })).toEqual(held)
  expect(verify(token, { now: NOW + 59_999 })).toEqual(held)
  expect(verify(token, { now: NOW + 60_000 })).toEqual({
    ok: false,
    reason: "expired",
  })
})

it("is fit for a URL", () => {
  expect(encodeURIComponent(token)).toBe(token)
})

it("does not hold for another order, purpose or shop", () => {
  expect(verify(token, { subject: "order_2" })).toEqual(invalid)
  expect(verify(token, { purpose: "invoice" })).toEqual(invalid)
  expect(verify(token, {}, "another secret")).toEqual(invalid)
})

it("does not hold when any part was changed", () => {
  const [subject, expiry, signed] = token.split(".")
  const later = String(Number(expiry) + 1)
  const flipped = (signed.startsWith("A") ? "B" : "A") + signed.slice(1)
  const tampered = [
    `order_2.${expiry}.${signed}`,
    `${subject}.${later}.${signed}`,
    `${subject}.${expiry}.${flipped}`,
    `${subject}.${expiry}.${signed.slice(0, -1)}`,
    `${subject}.${expiry}.${signed}=`,
    `${subject}.0${expiry}.${signed}`,
    `${subject}.${expiry}.`,
    `${subject}.${expiry}`,
    `${token}.x`,
    `${subject}.-1.${signed}`,
    "",
    ".",
    "x".repeat(10_000),
  ]

  for (const bad of tampered) {
    expect(verify(bad)).toEqual(invalid)
  }
})

it("is not made for what is no id", () => {
  for (const subject of ["", "a.b", "a\nb", "x".repeat(129)]) {
    expect(() =>
      signToken(SECRET, { purpose, subject }, { ttlSeconds: 60 })
    ).toThrow("The subject of a token must be an id.")
  }
})
