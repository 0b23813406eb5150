import { resolve } from "node:path"
import { examine, fail, warn } from "./finding.mjs"
import * as machine from "./machine.mjs"
import { checkDatabase, checkRedis } from "./services.mjs"
import {
  checkNames,
  checkSecrecy,
  checkSettings,
  loadReader,
  readEnvironment,
} from "./settings.mjs"

const portOf = (env) => {
  const port = Number(env.PORT || 9000)
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : undefined
}

async function examineSettings(root, { production, env }) {
  const reader = loadReader(root)
  if (!reader) {
    const finding = production ? fail : warn
    return {
      findings: [
        finding("Settings", "cannot be judged before npm ci has run."),
      ],
    }
  }
  const reading = reader.readSettings(env)
  const warnings = reader.settingsWarnings(reading.settings, reading.given)
  return {
    reader,
    reading,
    findings: [
      ...checkSettings(reading, warnings),
      ...checkNames(root, production, reader.settingNames),
      ...checkSecrecy(root, production),
    ],
  }
}

/** Whether this machine can run and test the shop. */
export async function examineMachine(root, env) {
  const folder = resolve(root, env.DUKA_DIR || ".duka")
  const port = portOf(env)
  const checks = [
    ["Node.js", () => machine.checkNode()],
    ["System", () => machine.checkSystem()],
    ["Disk", () => machine.checkDisk(folder)],
    ["Memory", () => machine.checkMemory()],
    ["Data folder", () => machine.checkFolder(folder)],
    ["Port", () => (port === undefined ? [] : machine.checkPort(port))],
    ["Packages", () => machine.checkPackages(root)],
    ["Postgres", () => machine.checkPostgres(root, env)],
    ["Chromium", () => machine.checkBrowser(env)],
    ["Redis", () => machine.checkRedisServer(env)],
    [
      "Settings",
      async () =>
        (await examineSettings(root, { production: false, env })).findings,
    ],
  ]
  const findings = []
  for (const [name, check] of checks) {
    findings.push(...(await examine(name, check)))
  }
  return findings
}

/** Whether a production server could start here with these settings. */
export async function examineProduction(root, env) {
  const findings = [
    machine.checkNode(),
    machine.checkMemory(),
    machine.checkPackages(root),
  ]
  const {
    reader,
    reading,
    findings: judged,
  } = await examineSettings(root, {
    production: true,
    env,
  })
  findings.push(...judged)
  if (!reading) {
    return findings
  }
  const { settings, given } = reading
  if (settings.FILE_PROVIDER === "local") {
    findings.push(machine.checkFolder(resolve(root, "static"), "Uploads"))
  }
  if (given.has("DATABASE_URL") || given.has("DB_HOST")) {
    const connection = reader.databaseConnection(settings)
    const ask = () =>
      checkDatabase({
        root,
        settings,
        connection,
        sound: reading.problems.length === 0,
      })
    findings.push(...(await examine("Database", ask)))
  }
  findings.push(
    ...(await examine("Redis", () => checkRedis({ root, settings })))
  )
  return findings
}

export { readEnvironment }
