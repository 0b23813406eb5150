import { canonicalJson } from "../canonical-json"

it("writes equal values as one text", () => {
  const one = { b: [1, { d: null, c: "x" }], a: true }
  const other = { a: true, gone: undefined, b: [1, { c: "x", d: null }] }

  expect(canonicalJson(one)).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
  expect(canonicalJson(other)).toBe(canonicalJson(one))
})

it.each([
  [
    [1, 2],
    [2, 1],
  ],
  ["1", 1],
  [{ a: 1 }, { a: 1, b: null }],
  [{ a: { b: 1 } }, { a: 1, b: 1 }],
  ['a","b', ["a", "b"]],
])("tells %j from %j", (one, other) => {
  expect(canonicalJson(one)).not.toBe(canonicalJson(other))
})

it("is JSON", () => {
  const value = { a: [undefined, "é\n", 1.5], b: undefined }

  expect(JSON.parse(canonicalJson(value))).toEqual({ a: [null, "é\n", 1.5] })
})
