import { Shelf } from "../shelf"

it("keeps no more than fits, and counts what it replaces and loses", () => {
  const shelf = new Shelf<{ type: string }>(10)
  const put = (name: string, length: number) =>
    shelf.put(name, Buffer.alloc(length), { type: "x" })

  expect([put("a", 6), put("b", 5), put("a", 10), put("a", 4)]).toEqual([
    true,
    false,
    true,
    true,
  ])
  expect([put("b", 6), put("c", 1), shelf.remove("a"), put("c", 4)]).toEqual([
    true,
    false,
    true,
    true,
  ])
  expect(shelf.remove("a")).toBe(false)
  expect(shelf.list()).toEqual({
    bytes: 10,
    files: [
      { name: "b", bytes: 6, type: "x" },
      { name: "c", bytes: 4, type: "x" },
    ],
  })
})
