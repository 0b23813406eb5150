import { existsSync, readFileSync } from "node:fs"

/** What Jest wrote about a run; nothing written means that it broke. */
export function readResults(file, code) {
  if (!existsSync(file)) {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const report = JSON.parse(readFileSync(file, "utf8"))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    // Jest may fail without a failed test, for example in its teardown.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export const sum = (results) =>
  results.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 }
  )

export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

export function duration(ms) {
  const seconds = Math.round(ms / 1000)
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** One line a part, the failed ones marked. */
export function table(parts) {
  const width = Math.max(...parts.map(({ name }) => name.length))
  return parts
    .map(
      ({ name, ms, ...result }) =>
        `${result.failed ? "✗" : "✓"} ${name.padEnd(width)}  ${duration(ms).padStart(12)}  ${closingLine(result)}`
    )
    .join("\n")
}
