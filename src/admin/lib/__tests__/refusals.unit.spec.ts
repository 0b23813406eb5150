import { readFileSync } from "node:fs"
import { join } from "node:path"
import { errorCodes } from "../../../api/frame/errors/codes"
import refusals from "../../i18n/en/refusals.json"
import { placesOf } from "../refusals"
import { ShopError } from "../shop-fetch"

const src = join(__dirname, "../../..")

/** Where the routes of these pages refuse something. */
const SOURCES = [
  "workflows/payment/lib/staff-actions.ts",
  "workflows/payment/steps/open-attempt.ts",
  "modules/mobile-money/service.ts",
  "modules/mobile-money/ledger/returns.ts",
  "workflows/cash/read-cash-order.ts",
  "workflows/cash/steps/collect-cash.ts",
  "workflows/cash/steps/find-cash-to-collect.ts",
  "workflows/cash/steps/settle-cash.ts",
  "workflows/coupon/lib/terms.ts",
  "workflows/coupon/steps/change-coupon.ts",
  "workflows/product/lib/publishing.ts",
  "workflows/product/lib/save-profiles.ts",
  "workflows/product-image/lib/plan.ts",
  "workflows/taxonomy/lib/save-tags.ts",
]

const CODE = "[a-z]+(?:_[a-z]+)+"
const MESSAGE = '(?:"[^"]*"|`[^`]*`)'
const WAYS = [
  new RegExp(`\\b(?:refuse|notAllowed|Refusal)\\(\\s*"(${CODE})"`, "g"),
  new RegExp(`Types\\.\\w+,\\s*${MESSAGE},\\s*"(${CODE})"`, "g"),
]
const UNION = new RegExp(`refused:((?:\\s*\\|?\\s*"${CODE}")+)`, "g")

const codesIn = (file: string) => {
  const text = readFileSync(join(src, file), "utf8")
  return [
    ...WAYS.flatMap((way) => [...text.matchAll(way)].map(([, code]) => code)),
    ...[...text.matchAll(UNION)].flatMap(([, union]) =>
      [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code)
    ),
  ]
}

/** Answers of the frame that nothing these pages send can bring about. */
const NEVER_MET = [
  "malformed_json",
  "malformed_url",
  "malformed_upload",
  "forbidden_key",
  "body_too_deep",
  "query_too_large",
  "parameter_not_allowed",
  "publishable_key_required",
  "route_not_found",
  "method_not_allowed",
  "body_too_large",
  "url_too_long",
  "unsupported_media_type",
  "payment_authorization_error",
  "payment_requires_more",
]

const own = [...new Set(SOURCES.flatMap(codesIn))]
const frame = Object.keys(errorCodes).filter(
  (code) => !NEVER_MET.includes(code)
)

it("finds the codes in the sources", () => {
  // One for each way to write a refusal.
  expect(own).toEqual(
    expect.arrayContaining([
      "receipt_taken",
      "cash_already_collected",
      "not_a_cash_order",
      "no_mobile_payment",
      "reversal_is_whole",
      "payment_method_unavailable",
    ])
  )
})

it("there are words for every code the pages can meet, and for no other", () => {
  expect(Object.keys(refusals).sort()).toEqual(
    [...new Set([...own, ...frame])].sort()
  )
})

const refusal = (code: string, message: string) =>
  new ShopError(
    { code, message, request_id: "req-12345678" },
    new Response(null, { status: 400 })
  )

it.each([
  [
    "prompt_open",
    "The phone may still be asking. Answer it there, or try again in 90 seconds.",
    { seconds: "90" },
  ],
  [
    "not_registered",
    "The provider refused: Urls are already registered: twice.",
    { detail: "Urls are already registered: twice." },
  ],
  ["internal_error", "Quote it.", { request: "req-12345678" }],
  ["not_allowed", "Not while it sleeps.", { message: "Not while it sleeps." }],
])("takes from %s what its sentence needs", (code, message, places) => {
  expect(placesOf(refusal(code, message))).toMatchObject(places)
})

it("has no places when the message is not as it was", () => {
  expect(placesOf(refusal("prompt_open", "Try again soon."))).toBeUndefined()
})
