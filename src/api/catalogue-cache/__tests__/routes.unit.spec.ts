import { accessTable } from "../../access"
import { cachedRoute, cachedRoutes, tagsOf } from "../routes"

const pathOf = (path: string) => cachedRoute(path)?.path

it.each([
  ["/store/products", "/store/products"],
  ["/store/products/prod_1", "/store/products/:id"],
  ["/store/products/prod_1/related", "/store/products/:id/related"],
  ["/store/product-tags/ptag_1", "/store/product-tags/:id"],
  ["/store/products/recently-viewed", undefined],
  ["/store/products/prod_1/reviews", undefined],
  ["/store/products/", undefined],
  ["/store/carts/cart_1", undefined],
  ["/admin/products", undefined],
])("%s is %s", (path, route) => {
  expect(pathOf(path)).toBe(route)
})

it("takes no other route of ours for one with a parameter", () => {
  const ours = accessTable
    .filter(({ method }) => method === "GET")
    .map(({ path }) => path)

  for (const path of ours) {
    expect([path, undefined]).toContain(pathOf(path))
  }
  expect(ours).toContain("/store/products/recently-viewed")
})

it("depends on stock and on figures only when they are asked for", () => {
  const [list] = cachedRoutes
  const more = (query: string) =>
    tagsOf(list, query).filter((tag) => !list.tags.includes(tag))

  expect(more("fields=id,title")).toEqual([])
  expect(more("fields=+variants.inventory_quantity")).toEqual(["stock"])
  expect(more("in_stock=true")).toEqual(["stock"])
  expect(more("order=-best_selling")).toEqual(["sold"])
  expect(more("fields=product_profile.view_count")).toEqual(["views"])
})
