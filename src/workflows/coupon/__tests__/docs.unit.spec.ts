import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CouponEvents } from "../events"
import { couponReasons } from "../lib/reasons"
import { couponProblems } from "../lib/terms"

const docs = readFileSync(
  join(__dirname, "../../../../docs/coupons.md"),
  "utf8"
)

it.each([...Object.values(CouponEvents), ...couponReasons, ...couponProblems])(
  "docs/coupons.md has a row for %s",
  (word) => {
    expect(docs).toMatch(new RegExp(`^\\| \`${word}\` \\| \\S`, "m"))
  }
)
