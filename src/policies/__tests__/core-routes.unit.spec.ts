import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { coreRoutePolicies } from "../core-routes"

type Required = { resource: string; operation: string | string[] }
type RouteRule = { matcher: string; policies?: Required | Required[] }
type Policies = { policies: { resource: string; operation: string }[] }

const medusa = dirname(require.resolve("@medusajs/medusa/package.json"))

const filesIn = (folder: string, name: RegExp) =>
  readdirSync(join(medusa, folder), { recursive: true })
    .map((file) => join(medusa, folder, String(file)))
    .filter((file) => name.test(file))

const load = (file: string) => require(file) as Record<string, unknown>

function definedByCore() {
  return filesIn("dist/policies", /\.js$/)
    .flatMap((file) => Object.values(load(file)))
    .flatMap((value) => (value as Partial<Policies>)?.policies ?? [])
}

function askedForByCore() {
  return filesIn("dist/api/admin", /middlewares\.js$/)
    .flatMap((file) => Object.values(load(file)))
    .filter((value): value is RouteRule[] => Array.isArray(value))
    .flat()
    .flatMap(({ policies }) => policies ?? [])
    .flatMap(({ resource, operation }) =>
      [operation].flat().map((single) => `${resource}:${single}`)
    )
}

const named = (list: Policies["policies"]) =>
  list.map(({ resource, operation }) => `${resource}:${operation}`)

describe("the permissions that core's routes ask for", () => {
  const ours = named((coreRoutePolicies as unknown as Policies).policies)

  it("can all be granted", () => {
    const known = new Set([...named(definedByCore()), ...ours])
    const asked = askedForByCore()

    expect(asked).toContain("capture:create")
    expect(asked.filter((policy) => !known.has(policy))).toEqual([])
  })

  it("are defined here only while core lacks them", () => {
    const core = named(definedByCore())

    expect(ours.filter((policy) => core.includes(policy))).toEqual([])
  })
})
