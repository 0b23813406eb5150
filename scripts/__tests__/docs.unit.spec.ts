import { existsSync, readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

const root = resolve(__dirname, "../..")

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
]

const read = (page: string) => readFileSync(join(root, page), "utf8")

const withoutFences = (text: string) => text.replace(/```[\s\S]*?```/g, "")

const linkTargets = (page: string) =>
  [...withoutFences(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1])
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))

const anchorsOf = (text: string) =>
  [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) =>
    match[1]
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-")
  )

describe("documentation", () => {
  it.each(pages)("%s links only to what exists", (page) => {
    const broken = linkTargets(page).filter((target) => {
      const [path, anchor] = target.split("#")
      const file = path ? resolve(root, dirname(page), path) : join(root, page)
      if (!existsSync(file)) {
        return true
      }
      return anchor
        ? !anchorsOf(read(relative(root, file))).includes(anchor)
        : false
    })

    expect(broken).toEqual([])
  })

  it.each(pages)("%s names only npm scripts that exist", (page) => {
    const { scripts } = JSON.parse(read("package.json")) as {
      scripts: Record<string, string>
    }
    const unknown = [...read(page).matchAll(/npm run ([a-z][a-z:-]*[a-z])/g)]
      .map((match) => match[1])
      .filter((name) => !(name in scripts))

    expect(unknown).toEqual([])
  })

  it("shows a test behind each row of what the README says is there", () => {
    const section = read("README.md")
      .split("## What is there")[1]
      .split("## ")[0]
    const rows = section
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.includes("shown by"))

    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const place = row.match(/`([^`]+)` \|$/)?.[1]

      expect(place && existsSync(join(root, place))).toBe(true)
    }
  })

  it("lists every decision page in the index", () => {
    const index = read("docs/decisions/README.md")
    const listed = readdirSync(join(root, "docs/decisions"))
      .filter((file) => /^\d{3}-/.test(file))
      .filter((file) => !index.includes(`(${file})`))

    expect(listed).toEqual([])
  })
})
