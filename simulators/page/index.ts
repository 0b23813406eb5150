import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { SimulatorReply } from "../frame/http"

const FILES: Record<string, { file: string; type: string }> = {
  "/phone": { file: "phone.html", type: "text/html" },
  "/phone.css": { file: "phone.css", type: "text/css" },
  "/phone.js": { file: "phone.js", type: "text/javascript" },
  "/phone.svg": { file: "phone.svg", type: "image/svg+xml" },
}

/**
 * The build compiles TypeScript and leaves other files behind, so from
 * `.medusa/server` the page is found in the sources above it.
 */
function findFolder(from: string): string {
  const folder = join(from, "simulators/page")
  if (existsSync(join(folder, "phone.html"))) {
    return folder
  }
  const parent = dirname(from)
  if (parent === from) {
    throw new Error(
      "simulators/page/phone.html is missing. Start the simulators inside the project's checkout."
    )
  }
  return findFolder(parent)
}

export function pages(path: string): SimulatorReply | undefined {
  if (path === "/") {
    return { status: 302, headers: { location: "/phone" } }
  }
  if (!Object.hasOwn(FILES, path)) {
    return undefined
  }
  const { file, type } = FILES[path]
  return {
    status: 200,
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    },
    body: readFileSync(join(findFolder(__dirname), file), "utf8"),
  }
}
