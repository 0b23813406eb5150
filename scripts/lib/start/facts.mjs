import { existsSync } from "node:fs"
import { join } from "node:path"
import { writePrivateJson } from "../files.mjs"

export const factsFile = (dir) => join(dir, "shop.json")

/** What scripts and storefronts need to know about the running shop. */
export function writeFacts(dir, { url, report, simulators, databaseUrl }) {
  writePrivateJson(factsFile(dir), {
    url,
    admin: report?.admin ?? null,
    super_admin: report?.super_admin ?? null,
    customers: report?.customers ?? [],
    publishable_key: report?.publishable_key ?? null,
    regions: report?.regions ?? {},
    simulators: simulators?.url ?? null,
    phone_page: simulators?.phone_page ?? null,
    database_url: databaseUrl,
    pid: process.pid,
  })
}

const logIn = ({ email, password }) => `${email}  ${password}`

/** The lines of the closing box: `[label, value]`. */
export function closingLines({ url, env, place, report, simulators }) {
  const hasDocs = existsSync(join(place.directory, "src/api/docs"))
  const lines = [
    ...(env.ADMIN_ENABLED === "false" ? [] : [["Admin", `${url}/app`]]),
    ["Store API", `${url}/store`],
    ...(hasDocs ? [["Docs", `${url}/docs`]] : []),
    ...(simulators?.phone_page ? [["Phone", simulators.phone_page]] : []),
  ]
  if (!report) {
    return lines
  }
  return [
    ...lines,
    ["Publishable key", report.publishable_key],
    ["Admin log-in", logIn(report.admin)],
    ["Super admin", logIn(report.super_admin)],
    ...report.customers
      .slice(0, 1)
      .map((customer) => ["Customer", logIn(customer)]),
  ]
}

/** A box for a terminal, the same as plain lines for a file. */
export function drawBox(title, lines, { lively }) {
  const width = Math.max(...lines.map(([label]) => label.length))
  const rows = lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`)
  if (!lively) {
    return `\n${[title, ...rows].join("\n")}\n\n`
  }
  const inner = Math.max(title.length, ...rows.map((row) => row.length))
  const line = (text) => `│ ${text.padEnd(inner)} │`
  return `\n${[
    `┌${"─".repeat(inner + 2)}┐`,
    line(title),
    line(""),
    ...rows.map(line),
    `└${"─".repeat(inner + 2)}┘`,
  ].join("\n")}\n\n`
}
