import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * What `../service.ts` replaces parts of and calls others of, and the route
 * whose answers our middlewares change. When one of these fails, Medusa has
 * changed it: read the difference, see whether what is replaced still fits,
 * and only then take the new value.
 */
const sources = [
  [
    "@medusajs/search-postgres/dist/services/postgres-search",
    "db6e12f21276864504a577bae8339419d96f40d43b52e275e15b52b8b4f4a603",
  ],
  [
    "@medusajs/search/dist/services/search-module-service",
    "9bf26dd3d2f19aece0d46699228e3957a000e1401eb7a08b813853db3ae44b97",
  ],
  [
    "@medusajs/medusa/dist/api/store/search/route",
    "08d79aa84355b371bdae5df4225f3947df2fc1891c5bc767dffcf626992345d5",
  ],
  [
    "@medusajs/medusa/dist/api/store/search/middlewares",
    "70fe8d9d0dbd0ef8d4f9f1b34154264a482a05e43bda8a50a7df02f5b3c944af",
  ],
  [
    "@medusajs/medusa/dist/api/admin/search/route",
    "1ffdbe3140535fed5123ba037a6a7536cd9c25199a4a4a0c26a790d106f7561d",
  ],
] as const

it.each(sources)("%s is as it was when search was written", (name, was) => {
  const source = readFileSync(resolve(packages, `${name}.js`))

  expect(createHash("sha256").update(source).digest("hex")).toBe(was)
})
