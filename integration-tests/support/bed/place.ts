import { join } from "node:path"
import { root } from "../processes"

/**
 * Where servers run from. `npm test` and everything that opens a browser test
 * the build, as a host would run it. A single spec file started by hand runs
 * the sources: nobody waits a minute for a build to try one assertion.
 */
export async function findPlace(type: string | undefined) {
  if (process.env.DUKA_TEST_SERVER === "build" || type === "browser") {
    const { ensureBuilt } = await import("../../../scripts/lib/build.mjs")
    const { directory } = await ensureBuilt({
      onProgress: (line) => process.stderr.write(`${line}\n`),
    })
    return { directory, built: true }
  }
  return { directory: join(root), built: false }
}
