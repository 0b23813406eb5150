import { accessTable } from "../access"
import { openApiDocument } from "../openapi/document"
import { operations } from "../openapi/operations"
import { docsPage, docsPolicy } from "../openapi/page"

const routes = accessTable.map(({ method, path }) => `${method} ${path}`)

describe("the OpenAPI document", () => {
  it("describes every route of the access table and no other", () => {
    expect(Object.keys(operations).sort()).toEqual([...routes].sort())
  })

  it("names each operation once", () => {
    const ids = Object.values(openApiDocument.paths).flatMap((methods) =>
      Object.values(methods).map(
        (operation) => (operation as { operationId: string }).operationId
      )
    )

    expect(ids).toHaveLength(routes.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("says who may call a route of the shop and one of the staff", () => {
    expect(openApiDocument.paths["/store/markets"].get).toMatchObject({
      security: [{ publishable_key: [] }],
      responses: {
        200: { description: "All markets." },
        default: { $ref: "#/components/responses/Error" },
      },
    })
    expect(openApiDocument.paths["/admin/shop"].get).toMatchObject({
      security: [{ staff: [] }, { secret_key: [] }],
      "x-access": "staff with `store:read`",
    })
  })

  it("refers only to components that exist", () => {
    const text = JSON.stringify(openApiDocument)
    const missing = [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].filter(
      ([, kind, name]) => {
        const components: Record<string, object> = openApiDocument.components
        return !(name in components[kind])
      }
    )

    expect(missing).toEqual([])
  })
})

describe("the documentation page", () => {
  it("shows every route and loads nothing", () => {
    for (const route of routes) {
      expect(docsPage).toContain(`<code>${route}</code>`)
    }
    expect(docsPage).not.toMatch(/<script|<link|<img|\ssrc=|\sstyle=/)
    expect(docsPolicy).toMatch(/^default-src 'none'; style-src 'sha256-/)
  })
})
