import { languages } from "../../lib/languages"
import resources from ".."

type Tree = { [key: string]: string | Tree }

/** Every text by its dotted path. */
const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`)
  )

const places = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const english = new Map(flat(resources.en))
const others = languages.map(({ code }) => code).filter((code) => code !== "en")

it("has every language of the menu", () => {
  expect(Object.keys(resources).sort()).toEqual(
    languages.map(({ code }) => code).sort()
  )
})

it.each([...others])("says in %s all that is said in English", (code) => {
  const said = new Map(flat(resources[code]))
  expect([...said.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of said) {
    expect([key, places(text)]).toEqual([key, places(english.get(key) ?? "")])
  }
})

it.each(languages.map(({ code }) => code))(
  "leaves no text of %s empty",
  (code) => {
    expect(flat(resources[code]).filter(([, text]) => !text.trim())).toEqual([])
  }
)

it.each([...others])("does not leave %s in English", (code) => {
  const same = flat(resources[code]).filter(
    ([key, text]) => /[a-z]{3}/.test(text) && text === english.get(key)
  )
  expect(same).toEqual([])
})
