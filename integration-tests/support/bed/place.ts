import { root } from "../processes"

export type Place = { directory: string; built: boolean }

/**
 * Where servers run from. `npm test`, and everything that opens a browser,
 * tests the build, as a host would run it. A spec file started by hand while
 * the build is out of date runs the sources: nobody waits a minute to try one
 * assertion.
 */
export async function findPlace(type: string): Promise<Place> {
  const { directory, ensureBuilt, isCurrent } =
    await import("../../../scripts/lib/build.mjs")
  const mustBuild = process.env.DUKA_TEST_SERVER === "build"
  if (mustBuild || type === "browser") {
    await ensureBuilt({
      onProgress: (stage) => process.stderr.write(`build: ${stage}\n`),
    }).catch((error: Error & { text?: string }) => {
      // With the compiler's own words, which Jest would leave out.
      throw new Error(error.text ?? error.message)
    })
    return { directory, built: true }
  }
  return isCurrent()
    ? { directory, built: true }
    : { directory: root, built: false }
}
