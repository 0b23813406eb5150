import {
  latencyOf,
  median,
  pairedRatio,
  percentile,
  popularIndex,
  seededRandom,
} from "../lib/statistics"

const oneTo = (last: number) =>
  Array.from({ length: last }, (_, index) => index + 1)

describe("percentile", () => {
  it("is the smallest value that covers the share", () => {
    const values = oneTo(100).reverse()
    expect(percentile(values, 0.5)).toBe(50)
    expect(percentile(values, 0.95)).toBe(95)
    expect(percentile(values, 0.99)).toBe(99)
    expect(percentile(values, 1)).toBe(100)
    expect(percentile(values, 0)).toBe(1)
  })

  it("never invents a value between two", () => {
    expect(percentile([1, 1000], 0.5)).toBe(1)
    expect(percentile([1, 1000], 0.51)).toBe(1000)
  })

  it("leaves the values as they were", () => {
    const values = [3, 1, 2]
    percentile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
  })

  it("refuses to summarise nothing", () => {
    expect(() => percentile([], 0.5)).toThrow(
      "A percentile needs at least one value."
    )
  })

  it("gives the three figures of the report", () => {
    expect(latencyOf(oneTo(200))).toEqual({ p50: 100, p95: 190, p99: 198 })
  })
})

describe("median", () => {
  it("is the middle value, or between the two middle ones", () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 2, 4, 8])).toBe(6)
    expect(median([7])).toBe(7)
  })

  it("refuses to summarise nothing", () => {
    expect(() => median([])).toThrow("A median needs at least one value.")
  })
})

describe("pairedRatio", () => {
  it("compares round by round, so a slow minute cancels out", () => {
    // The machine was half as fast in the second round, for both.
    expect(pairedRatio([100, 50, 120], [50, 25, 60])).toEqual({
      median: 2,
      lowest: 2,
      highest: 2,
    })
  })

  it("shows how far the rounds lie apart", () => {
    expect(pairedRatio([90, 100, 120], [100, 100, 100])).toEqual({
      median: 1,
      lowest: 0.9,
      highest: 1.2,
    })
  })

  it("refuses rounds without a partner", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow(
      "Pairs need as many rounds on both sides, not 2 and 1."
    )
  })
})

describe("the shoppers' choices", () => {
  it("are the same for the same seed and differ for another", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed)
      return oneTo(50).map(random)
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it("lie between 0 and 1 and cover that evenly", () => {
    const random = seededRandom(1)
    const tenths = new Array<number>(10).fill(0)
    for (let drawn = 0; drawn < 10_000; drawn++) {
      tenths[Math.floor(random() * 10)] += 1
    }
    expect(tenths.reduce((sum, count) => sum + count)).toBe(10_000)
    expect(tenths.every((count) => count > 900 && count < 1_100)).toBe(true)
  })

  it("favour the first products and reach the last", () => {
    expect(popularIndex(() => 0, 1000)).toBe(0)
    expect(popularIndex(() => 0.5, 1000)).toBe(125)
    expect(popularIndex(() => 0.9999, 1000)).toBe(999)
  })
})
