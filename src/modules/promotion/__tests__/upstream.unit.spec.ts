import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * The sources our service wraps, or counts on. When one of these fails, Medusa
 * has changed it: read the difference, see whether it has a maximum discount
 * of its own by now, whether `../errors.ts` still knows its sentences, and
 * whether uses are still locked in the order of `lock_`; only then take the
 * new value.
 */
const sources = [
  [
    "@medusajs/promotion/dist/services/promotion-module",
    "cb1eaec98335f68e91377548998b498167652ccecf9a3874bbb0192964cb13f1",
  ],
  [
    "@medusajs/promotion/dist/utils/compute-actions/line-items",
    "c43baa69baf44b6888bfece03aba4162c530e7739a9103c6153ddad3b887c6c3",
  ],
  [
    "@medusajs/promotion/dist/utils/compute-actions/usage",
    "819328d0e7c3b855f95b6b9a4e640cc9fabc4572343796d63ebe34abe8506af8",
  ],
  [
    "@medusajs/promotion/dist/utils/validations/promotion-rule",
    "fd835ede4d3615d7dbc3633b4f047bbe8c63a696de4c2819fd5a712b4870770b",
  ],
]

it.each(sources)(
  "%s is as it was when its subclass was written",
  (name, was) => {
    const source = readFileSync(resolve(packages, `${name}.js`))

    expect(createHash("sha256").update(source).digest("hex")).toBe(was)
  }
)
