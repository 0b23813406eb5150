import { createRandom } from "../random"

describe("createRandom", () => {
  it("gives the same numbers for the same seed", () => {
    const numbers = (seed: string) => {
      const random = createRandom(seed)
      return Array.from({ length: 5 }, () => random.int(0, 999))
    }

    expect(numbers("order 1")).toEqual([377, 164, 174, 823, 535])
    expect(numbers("order 1")).toEqual(numbers("order 1"))
    expect(numbers("order 2")).not.toEqual(numbers("order 1"))
  })

  it("reaches both ends of a range and nothing beyond", () => {
    const random = createRandom("dice")
    const rolls = Array.from({ length: 2000 }, () => random.int(1, 6))

    expect([...new Set(rolls)].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("spreads evenly", () => {
    const random = createRandom("coin")
    const heads = Array.from({ length: 10_000 }, () => random.chance(0.3))

    expect(heads.filter(Boolean).length / 10_000).toBeCloseTo(0.3, 1)
  })

  it("picks by weight", () => {
    const random = createRandom("weights")
    const picks = Array.from({ length: 4000 }, () =>
      random.weighted([
        ["often", 3],
        ["seldom", 1],
        ["never", 0],
      ])
    )
    const count = (name: string) => picks.filter((pick) => pick === name).length

    expect(count("never")).toBe(0)
    expect(count("often") / count("seldom")).toBeGreaterThan(2.5)
    expect(count("often") / count("seldom")).toBeLessThan(3.5)
  })
})
