import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * What `../price.ts` says again in SQL, and what reads and shows the products
 * a list chose. When one of these fails, Medusa has changed it: read the
 * difference, see whether a list is still sorted by the prices it shows, and
 * only then take the new value.
 */
const sources = [
  [
    "@medusajs/pricing/dist/repositories/pricing",
    "4397e89a7612f231c8f7b30d14c65d918114e37cf74c26775e86594438b2b37d",
  ],
  [
    "@medusajs/pricing/dist/services/pricing-module",
    "bcca6cb9e591f7f7db08f26a3b4b4276aadf41ef736eef4e11f5505d4b745435",
  ],
  [
    "@medusajs/medusa/dist/api/utils/middlewares/products/set-pricing-context",
    "09db72745e0324c9f797b0670002f0205e8555991b6e14ebb5084db92c55714d",
  ],
  [
    "@medusajs/medusa/dist/api/store/products/middlewares",
    "1c001cd33517f64d5802e0005ea9cb859ad66b23f16fe45453d2ecfecf9c6d3a",
  ],
  [
    "@medusajs/medusa/dist/api/store/products/route",
    "7e3244c515ca5f223d427e099768fe04e5712d473599af7cfb3744d31ed231f0",
  ],
] as const

it.each(sources)("%s is as it was when lists were written", (name, was) => {
  const source = readFileSync(resolve(packages, `${name}.js`))

  expect(createHash("sha256").update(source).digest("hex")).toBe(was)
})
