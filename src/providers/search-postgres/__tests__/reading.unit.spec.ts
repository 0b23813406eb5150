import { distance, meant, slipsAllowed } from "../distance"
import { MARK, marked } from "../marks"
import { compile, guessable, type ReadUnit } from "../reading"
import { unitsOf } from "../units"

describe("slips", () => {
  it.each([
    ["watch", "watch", 0],
    ["wacth", "watch", 1],
    ["wach", "watch", 1],
    ["watcch", "watch", 1],
    ["wotch", "watch", 1],
    ["wtach", "watch", 1],
    ["wtahc", "watch", 2],
    ["", "abc", 3],
    ["abc", "", 3],
    ["ঘড়ি", "ঘড়ী", 1],
  ])("%s and %s are %d apart", (one, other, slips) => {
    expect(distance(one, other)).toBe(slips)
  })

  it("are allowed in longer words only", () => {
    expect(["bag", "case", "leather", "zephyrine"].map(slipsAllowed)).toEqual([
      0, 1, 1, 2,
    ])
  })

  it("lead to the nearest words, several when they are as near", () => {
    expect(meant("leathr", ["leather", "leaver", "latter"])).toEqual([
      "leather",
    ])
    expect(meant("cast", ["case", "cash", "coat"])).toEqual(["case", "cash"])
    expect(meant("bag", ["bug"])).toEqual([])
  })
})

describe("what was typed", () => {
  const synonyms = [
    ["tv", "television"],
    ["cell phone", "mobile"],
    ["cell", "battery"],
  ]

  it("is split into words, and phrases that have synonyms", () => {
    expect(unitsOf("  New  Cell PHONE tv ", synonyms)).toEqual([
      { text: "new", others: [] },
      { text: "cell phone", others: ["mobile"] },
      { text: "tv", others: ["television"] },
    ])
    expect(unitsOf("cell", synonyms)).toEqual([
      { text: "cell", others: ["battery"] },
    ])
  })

  it("has at most ten words", () => {
    expect(unitsOf("a ".repeat(50), [])).toHaveLength(10)
  })
})

const read = (text: string, queries: string[], guesses: string[] = []) =>
  ({
    unit: { text, others: [] },
    readings: queries.map((query) => ({
      query,
      lexemes: query ? [query.replaceAll("'", "")] : [],
    })),
    guesses,
  }) satisfies ReadUnit

describe("the query", () => {
  const units = [
    read("red", ["'red'"]),
    read("the", [""]),
    read("tv", ["'tv'", "'televis'"], ["tab"]),
  ]

  it("asks for every word, in any of its readings", () => {
    expect(compile(units)).toBe("(('red')) & (('tv') | ('televis') | ('tab'))")
    expect(compile(units, "any")).toBe(
      "(('red')) | (('tv') | ('televis') | ('tab'))"
    )
    expect(compile([read("the", [""])])).toBe("")
  })

  it("takes the last word for a beginning", () => {
    expect(
      compile([read("red", ["'red'"]), read("wat", ["'a' & 'wat'"])], "last")
    ).toBe("(('red')) & (('a' & 'wat':*))")
  })

  it("quotes what it guesses", () => {
    expect(compile([read("x", ["'x'"], ["o'x\\"])])).toBe(
      "(('x') | ('o''x\\\\'))"
    )
  })

  it("does not guess at numbers", () => {
    expect(guessable(read("zub100", ["'zub100'"]))).toBeUndefined()
    expect(guessable(read("the", [""]))).toBeUndefined()
    expect(guessable(read("watch", ["'watch'"]))).toBe("watch")
  })
})

it("marks text as HTML in which only the marks are markup", () => {
  const text = `${MARK.start}<b>${MARK.end} & "o'x"`

  expect(marked(text)).toBe("<mark>&lt;b&gt;</mark> &amp; &quot;o&#39;x&quot;")
  expect(marked(text, "[", "]")).toBe("[&lt;b&gt;] &amp; &quot;o&#39;x&quot;")
})
