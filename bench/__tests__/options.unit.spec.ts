import { readOptions } from "../options"

describe("the options of npm run bench", () => {
  it("measure everything unless told otherwise", () => {
    expect(readOptions([])).toEqual({
      works: [
        "list",
        "product",
        "search",
        "warm-list",
        "warm-product",
        "cart",
        "checkout",
        "order",
      ],
      concurrencies: [1, 10],
      rounds: 5,
      seconds: 10,
      warmUpSeconds: 3,
      minimum: 20,
      counted: 7,
      products: 1_000,
      fresh: false,
      publish: false,
      smoke: false,
    })
  })

  it("take a part of the work, in the order of the report", () => {
    expect(
      readOptions([
        ...["--only", "search, list", "--seconds", "0.5"],
        ...["--concurrency", "4", "--rounds", "2", "--warm-up", "0"],
      ])
    ).toMatchObject({
      works: ["list", "search"],
      concurrencies: [4],
      rounds: 2,
      seconds: 0.5,
      warmUpSeconds: 0,
    })
  })

  it("make a smoke run small, and let it be changed", () => {
    expect(readOptions(["--smoke", "--rounds", "2"])).toMatchObject({
      products: 20,
      rounds: 2,
      seconds: 1,
      minimum: 1,
      smoke: true,
    })
  })

  it("answer nothing when somebody asks for help", () => {
    expect(readOptions(["--help"])).toBeUndefined()
  })

  it.each([
    [
      ["--only", "lists"],
      'There is no work "lists" to measure. --only takes list, product, search, warm-list, warm-product, cart, checkout, order.',
    ],
    [["--rounds", "0"], '--rounds takes a number from 1 up, not "0".'],
    [["--rounds", "1.5"], '--rounds takes a whole number, not "1.5".'],
    [
      ["--seconds", "soon"],
      '--seconds takes a number from 0.1 up, not "soon".',
    ],
    [
      ["--concurrency", "1,,10"],
      '--concurrency takes a number from 1 up, not "".',
    ],
    [["--products", "11"], '--products takes a number from 12 up, not "11".'],
    [
      ["--smoke", "--publish"],
      "--smoke is too short to say anything about speed, so it cannot be published. Leave one of the two out.",
    ],
  ])("refuse %j in a sentence", (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence)
  })

  it("refuse an option that does not exist", () => {
    expect(() => readOptions(["--speed"])).toThrow(/Unknown option '--speed'/)
  })
})
