import { readFileSync } from "node:fs"
import { join } from "node:path"
import { environmentExample, settingsPage } from "../document"
import { definitionOf, settingNames } from "../schema"

const root = join(__dirname, "../../..")

const stored = (file: string) => readFileSync(join(root, file), "utf8")

describe("the documentation of the settings", () => {
  // Stale? `npm run docs:settings` writes both files anew.
  it("is what the schema says", () => {
    expect(stored("docs/settings.md")).toBe(settingsPage())
    expect(stored(".env.example")).toBe(environmentExample())
  })

  it.each(settingNames)("describes %s once in each file", (name) => {
    const count = (text: string, start: string) =>
      text.split("\n").filter((line) => line.startsWith(start)).length

    expect(count(settingsPage(), `| \`${name}\` |`)).toBe(1)
    expect(count(environmentExample(), `# ${name}=`)).toBe(1)
  })

  it("sets nothing by itself", () => {
    const set = environmentExample()
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))

    expect(set).toEqual([])
  })

  it("marks everything secret that sounds secret", () => {
    const sounding = settingNames.filter((name) =>
      /SECRET|PASSWORD$|PRIVATE_KEY|TOKEN$|API_KEY|PASSKEY|DSN|ENCRYPTION/.test(
        name
      )
    )

    expect(sounding.length).toBeGreaterThan(10)
    for (const name of sounding) {
      expect({ name, secret: definitionOf[name].secret }).toEqual({
        name,
        secret: true,
      })
    }
  })

  it("gives no secret away as a default", () => {
    const shown = settingNames.filter((name) => {
      const { secret, fallback } = definitionOf[name]
      return (
        secret &&
        fallback &&
        (settingsPage() + environmentExample()).includes(fallback)
      )
    })

    expect(shown).toEqual([])
  })
})
