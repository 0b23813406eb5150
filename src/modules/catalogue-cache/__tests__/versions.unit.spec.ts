import { Versions } from "../versions"

it("changes with each of the tags it is of, and with no other", () => {
  const versions = new Versions()
  const before = versions.of(["product", "price"])
  versions.changed("stock")
  expect(versions.of(["product", "price"])).toBe(before)

  versions.changed("price")
  expect(versions.of(["product", "price"])).not.toBe(before)
  expect(versions.of(["product"])).toBe(before)
})

it("voids everything for a tag that a newer server tells of", () => {
  const versions = new Versions()
  const before = versions.of([])
  versions.changed("moon")

  expect(versions.of([])).not.toBe(before)
})
