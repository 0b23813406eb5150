import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "../lib/files.mjs"

const bin = (name) => join(root, "node_modules", name)

const hasSources = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).some((name) =>
    /(?<!\.d)\.tsx?$/.test(name)
  )

/** Checks without a shop. Each counts as one in the closing line. */
export const checks = [
  {
    name: "lint",
    // What `medusa lint` runs, but a warning fails too.
    args: [
      bin("eslint/bin/eslint.js"),
      ...["--max-warnings", "0"],
      ...["--cache", "--cache-location", ".cache/eslint"],
      ".",
    ],
  },
  {
    name: "types",
    args: [bin("typescript/bin/tsc"), "--noEmit"],
  },
  {
    name: "types of the admin",
    args: [bin("typescript/bin/tsc"), "--noEmit", "-p", "src/admin"],
    needed: () => hasSources("src/admin"),
  },
  {
    name: "format",
    args: [bin("prettier/bin/prettier.cjs"), "--check", "."],
  },
]

const specsIn = (folder) =>
  existsSync(join(root, folder)) &&
  readdirSync(join(root, folder), { recursive: true }).some((name) =>
    name.endsWith(".spec.ts")
  )

/**
 * Jest runs; the test count of each is added up. Those without a bed use both
 * cores. Those with one mostly wait for a server and go in pairs, longest
 * first: each has its own shop and its own simulators.
 */
export const suites = [
  { name: "unit" },
  { name: "http", bed: true, shop: true },
  { name: "browser", bed: true, shop: true },
  { name: "faults", bed: true, shop: true },
  { name: "scale", bed: true, shop: true },
  {
    name: "modules",
    bed: true,
    needed: () => specsIn("src/modules"),
  },
]

export const names = ["lint", "types", "format", ...suites.map((s) => s.name)]
