import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { definitionOf, type SettingName, settingNames } from "../schema"

const root = join(__dirname, "../../..")

/** What describes and judges settings does not count as reading them. */
const DESCRIBING =
  /settings\/(sections|__tests__)\/|settings\/(document|production|relations|warnings)\.ts$/

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file))

const code = ["src", "scripts", "simulators"]
  .flatMap(filesIn)
  .filter((file) => !file.includes("__tests__") && !DESCRIBING.test(file))
  .concat("medusa-config.ts")
  .map((file) => readFileSync(join(root, file), "utf8"))
  // A comment that names a setting does not read it.
  .map((text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""))
  .join("\n")

/** Read by `medusa start` itself, before the settings are. */
const MEDUSA: SettingName[] = ["HOST"]

const isRead = (name: SettingName) =>
  MEDUSA.includes(name) || new RegExp(`\\b${name}\\b`).test(code)

const marked = settingNames.filter((name) => definitionOf[name].later)
const unmarked = settingNames.filter((name) => !definitionOf[name].later)

describe("the documentation of the settings is honest", () => {
  it("about those that something reads", () => {
    expect(unmarked.filter((name) => !isRead(name))).toEqual([])
  })

  it("about those that nothing reads yet", () => {
    expect(marked.filter(isRead)).toEqual([])
  })
})
