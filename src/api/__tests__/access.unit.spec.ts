import { readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"
import { accessDocument, accessMiddlewares, accessTable } from "../access"
import { errorCodes } from "../frame/errors/codes"

const api = join(__dirname, "..")
const docs = readFileSync(join(api, "../../docs/api.md"), "utf8")

const routeFiles = (readdirSync(api, { recursive: true }) as string[]).filter(
  (file) => /(?:^|[\\/])route\.ts$/.test(file)
)

const patternOf = (file: string) =>
  `/${file.split(sep).slice(0, -1).join("/")}`.replace(/\[(\w+)\]/g, ":$1")

const declared = accessTable.map(({ method, path }) => `${method} ${path}`)

it("every route file has its rows, and every row its handler", () => {
  const exported = routeFiles.flatMap((file) => {
    const source = readFileSync(join(api, file), "utf8")
    const methods = source.matchAll(
      /^export (?:const|(?:async )?function) ([A-Z]+)\b/gm
    )
    return [...methods]
      .map(([, name]) => name)
      .filter((name) => !["AUTHENTICATE", "CORS"].includes(name))
      .map((method) => `${method} ${patternOf(file)}`)
  })
  expect([...declared].sort()).toEqual(exported.sort())
})

it("no row is there twice, and none leaves its reason or policy out", () => {
  expect(new Set(declared).size).toBe(declared.length)
  for (const row of accessTable) {
    if ("because" in row) {
      expect(row.because.length).toBeGreaterThan(10)
    }
    expect(row.access === "staff").toBe(row.path.startsWith("/admin/"))
    expect(row.access === "hook").toBe(row.path.startsWith("/hooks/"))
  }
})

it("what a row declares is what stands before the route", () => {
  const policy = { resource: "order", operation: "update" }
  const rows = accessMiddlewares([
    { method: "POST", path: "/admin/x", access: "staff", policy },
    { method: "GET", path: "/store/x", access: "owner" },
    { method: "GET", path: "/y", access: "public", because: "of the test" },
  ])
  expect(rows).toEqual([
    { matcher: "/admin/x", methods: ["POST"], policies: [policy] },
    {
      matcher: "/store/x",
      methods: ["GET"],
      middlewares: [expect.any(Function)],
    },
  ])
})

it("no route switches off authentication behind the table's back", () => {
  for (const file of routeFiles) {
    expect(readFileSync(join(api, file), "utf8")).not.toMatch(
      /export const AUTHENTICATE\s*=\s*false/
    )
  }
})

it("docs/api.md shows the access table as it is", () => {
  expect(docs).toContain(accessDocument())
})

it("docs/api.md shows every code with its status", () => {
  for (const [code, [status, meaning]] of Object.entries(errorCodes)) {
    expect(docs).toContain(`| \`${code}\` | ${status} | ${meaning} |`)
  }
})
