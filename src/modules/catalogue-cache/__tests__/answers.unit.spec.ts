import { type Answer, Answers } from "../answers"

const answer = (bytes: number): Answer => ({
  body: Buffer.alloc(bytes, 1),
  etag: "one",
  tags: ["product"],
  version: 0,
  expiresAt: Infinity,
  wrongAt: Infinity,
})

const MEGABYTE = 1024 * 1024

it("holds 100,000 different answers in the memory it may have", () => {
  const limit = 16 * MEGABYTE
  const answers = new Answers({ bytes: limit, entries: 5_000 })
  for (let at = 0; at < 100_000; at += 1) {
    answers.set(`/store/products?offset=${at}`, answer(8 * 1024))
  }

  const { bytes, entries, dropped } = answers.figures
  expect(bytes).toBeLessThanOrEqual(limit)
  expect(entries).toBeGreaterThan(1_500)
  expect(entries + dropped).toBe(100_000)
  expect(answers.get("/store/products?offset=99999")).toBeDefined()
  expect(answers.get("/store/products?offset=0")).toBeUndefined()
})

it("drops what was not asked for longest, by number as well", () => {
  const answers = new Answers({ bytes: MEGABYTE, entries: 2 })
  answers.set("one", answer(1))
  answers.set("two", answer(1))
  answers.get("one")
  answers.set("three", answer(1))

  expect(["one", "two", "three"].map((key) => !!answers.get(key))).toEqual([
    true,
    false,
    true,
  ])
})

it("does not let one answer drive out all others", () => {
  const answers = new Answers({ bytes: MEGABYTE, entries: 100 })
  answers.set("small", answer(1))
  answers.set("huge", answer(MEGABYTE / 4))

  expect(answers.get("huge")).toBeUndefined()
  expect(answers.figures.entries).toBe(1)
})

it("counts what takes the place of another once", () => {
  const answers = new Answers({ bytes: MEGABYTE, entries: 100 })
  answers.set("one", answer(1000))
  const { bytes } = answers.figures
  answers.set("one", answer(1000))

  expect(answers.figures).toEqual({ bytes, entries: 1, dropped: 0 })
  answers.delete("one")
  expect(answers.figures).toEqual({ bytes: 0, entries: 0, dropped: 0 })
})
