import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules/@medusajs")

/**
 * The sources our repository wraps, and the routes that ours stand in for.
 * When one of these fails, Medusa has changed it: read the difference, see
 * whether the tree is locked, deleted and moved rightly by Medusa itself now,
 * and whether its routes take `additional_data`; only then take the new value.
 */
const sources = [
  [
    "product/dist/repositories/product-category",
    "4588804c985eb1f627ace17517b2a9860a1caebba1978dc10944814e2b2bca6e",
  ],
  [
    "product/dist/services/product-category",
    "13a2075e1c853556a4635ad9dbcb8f16e7b1f834c3db7bcab7f04229334be4e3",
  ],
  [
    "medusa/dist/api/admin/product-categories/route",
    "ccf95742b05a8c8723bdc8c59c1509809728dc1642473d02540df0a635db4dd9",
  ],
  [
    "medusa/dist/api/admin/product-categories/[id]/route",
    "f0322b5510fe3d67815e77ced459e601e171327252b0da2f555f6731f92a42d5",
  ],
  [
    "medusa/dist/api/admin/product-tags/route",
    "88075a879bfb884b1081b6d2d04c50f6482e4686748612a6a174c0d91d37bba8",
  ],
  [
    "medusa/dist/api/admin/product-tags/[id]/route",
    "590a80774d26f46ea934e704cd146b46eb92c8a133b3da656e5edcd940999968",
  ],
]

it.each(sources)("%s is as it was when ours was written", (name, was) => {
  const source = readFileSync(resolve(packages, `${name}.js`))

  expect(createHash("sha256").update(source).digest("hex")).toBe(was)
})
