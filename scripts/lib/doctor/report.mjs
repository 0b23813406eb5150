const SIGNS = { ok: "ok  ", warn: "warn", fail: "FAIL" }

const COLOURS = { ok: 32, warn: 33, fail: 31 }

const coloured = (text, status, colour) =>
  colour ? `\u001b[${COLOURS[status]}m${text}\u001b[0m` : text

const count = (findings, status) =>
  findings.filter((finding) => finding.status === status).length

const some = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`

function summary(findings, production) {
  const failures = count(findings, "fail")
  const warnings = some(count(findings, "warn"), "warning")
  if (failures > 0) {
    return `${some(failures, "failure")}, ${warnings}.`
  }
  return production
    ? `A production server can start here; ${warnings}.`
    : `This machine can run the shop; ${warnings}.`
}

/** A line a check, for people. */
export function report(
  findings,
  { production, colour = process.stdout.isTTY && !process.env.NO_COLOR }
) {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const lines = findings.map(
    ({ name, status, message }) =>
      `  ${coloured(SIGNS[status], status, colour)}  ${name.padEnd(width)}  ${message}`
  )
  const what = production ? "production configuration" : "machine"
  return [
    `Looking at this ${what}`,
    "",
    ...lines,
    "",
    summary(findings, production),
    "",
  ].join("\n")
}

/** The same for programs. */
export const reportJson = (findings, { production }) =>
  `${JSON.stringify(
    {
      mode: production ? "production" : "machine",
      ok: count(findings, "fail") === 0,
      findings,
    },
    null,
    2
  )}\n`
