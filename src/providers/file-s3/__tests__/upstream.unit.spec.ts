import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * The source our provider stands on. When this fails, Medusa has changed it:
 * read the difference, see whether a failed deletion is told by now and whether
 * keys are still made as in ../../file-store, and only then take the new value.
 */
const sources = [
  [
    "@medusajs/file-s3/dist/services/s3-file",
    "6251f632d2ab84966da29afaedad558e3234fe4773ab97d90a030dc86d4f93c2",
  ],
]

it.each(sources)(
  "%s is as it was when its subclass was written",
  (name, was) => {
    const source = readFileSync(resolve(packages, `${name}.js`))

    expect(createHash("sha256").update(source).digest("hex")).toBe(was)
  }
)
