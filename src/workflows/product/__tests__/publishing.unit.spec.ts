import { missingToPublish } from "../lib/publishing"

const some = [{}]
const whole = {
  status: "published",
  images: some,
  tags: some,
  categories: some,
}

it.each([
  [{}, []],
  [{ images: [] }, ["image"]],
  [{ images: [], thumbnail: "https://pictures.example/a.png" }, []],
  [{ tags: null, categories: [] }, ["tag", "category"]],
  [{ status: "draft", images: [], tags: [], categories: [] }, []],
])("a product with %j lacks %j", (change, missing) => {
  expect(
    missingToPublish({ ...whole, ...change }, ["image", "tag", "category"])
  ).toEqual(missing)
})

it("lacks only what the shop asks for", () => {
  const bare = { status: "published" }

  expect(missingToPublish(bare, ["category"])).toEqual(["category"])
  expect(missingToPublish(bare, [])).toEqual([])
})
