import { inParallel } from "../parallel"

const turn = () => new Promise<void>((done) => setImmediate(done))

describe("inParallel", () => {
  it("keeps the order of the results", async () => {
    const doubled = await inParallel([3, 1, 2], 2, async (value) => {
      for (let at = 0; at < value; at++) {
        await turn()
      }
      return value * 2
    })

    expect(doubled).toEqual([6, 2, 4])
  })

  it("does no more at once than it may", async () => {
    let running = 0
    let most = 0
    await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async () => {
      most = Math.max(most, ++running)
      await turn()
      running--
    })

    expect(most).toBe(3)
  })

  it("lets running work end, begins no more, and says what failed", async () => {
    const ended: number[] = []
    const work = inParallel([1, 2, 3, 4, 5], 2, async (value) => {
      await turn()
      if (value === 1) {
        throw new Error("one failed")
      }
      await turn()
      ended.push(value)
    })

    await expect(work).rejects.toThrow("one failed")
    expect(ended).toEqual([2])
  })
})
