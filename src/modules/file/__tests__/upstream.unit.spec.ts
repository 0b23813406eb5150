import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * The sources our service extends, or counts on. When one of these fails, Medusa
 * has changed it: read the difference, see whether core takes back by itself what
 * came with a file that failed, and only then take the new value.
 */
const sources = [
  [
    "@medusajs/file/dist/services/file-module-service",
    "bed534745e9408698e656fabcdeda9192a52e1531738c08d13071e537de56dd8",
  ],
  [
    "@medusajs/file/dist/services/file-provider-service",
    "3f7aef5c6284ec8668d7050054e099994b57967e0028b20bdad4f49e2d95293b",
  ],
  [
    "@medusajs/file/dist/loaders/providers",
    "897e3343aec02afbecbdd9638d4570870967aab9599a5beba50c7fb52fab59a7",
  ],
]

it.each(sources)(
  "%s is as it was when its subclass was written",
  (name, was) => {
    const source = readFileSync(resolve(packages, `${name}.js`))

    expect(createHash("sha256").update(source).digest("hex")).toBe(was)
  }
)
