import { runClosedLoop } from "../lib/closed-loop"

/** A clock that only work moves: every operation takes what it says. */
function fakeTime(takes: (operation: number) => number) {
  let time = 0
  let operations = 0
  return {
    now: () => time,
    operation: async () => {
      operations += 1
      time += takes(operations)
    },
    operations: () => operations,
  }
}

describe("runClosedLoop", () => {
  it("leaves out the warm-up and counts the window", async () => {
    const clock = fakeTime(() => 100)
    const result = await runClosedLoop({
      concurrency: 1,
      warmUpSeconds: 1,
      seconds: 2,
      minimum: 1,
      ...clock,
    })
    // The operation that ends when the window opens belongs to it.
    expect(result.operations).toBe(21)
    expect(result.perSecond).toBe(10.5)
    expect(new Set(result.durations)).toEqual(new Set([100]))
    expect(result.errors).toBe(0)
    expect(clock.operations()).toBe(30)
  })

  it("keeps the window open until it holds enough", async () => {
    const clock = fakeTime(() => 3_000)
    const result = await runClosedLoop({
      concurrency: 1,
      warmUpSeconds: 0,
      seconds: 1,
      minimum: 4,
      ...clock,
    })
    expect(result.operations).toBe(4)
    expect(result.perSecond).toBeCloseTo(4 / 12, 10)
  })

  it("gives up on a server that is too slow for that", async () => {
    const clock = fakeTime(() => 15_000)
    const result = await runClosedLoop({
      concurrency: 1,
      warmUpSeconds: 0,
      seconds: 1,
      minimum: 1_000,
      ...clock,
    })
    expect(result.operations).toBe(2)
  })

  it("counts errors, keeps the first and does not call them work", async () => {
    let calls = 0
    let time = 0
    const result = await runClosedLoop({
      concurrency: 1,
      warmUpSeconds: 0,
      seconds: 1,
      minimum: 1,
      now: () => time,
      operation: async () => {
        calls += 1
        time += 100
        if (calls % 2) {
          throw new Error(`broken ${calls}`)
        }
      },
    })
    expect(result.errors).toBe(5)
    expect(result.firstError).toBe("broken 1")
    expect(result.operations).toBe(5)
  })

  it("ends when nothing succeeds", async () => {
    let time = 0
    const result = await runClosedLoop({
      concurrency: 2,
      warmUpSeconds: 0,
      seconds: 1,
      minimum: 1,
      now: () => time,
      operation: async () => {
        time += 400
        throw new Error("down")
      },
    })
    expect(result).toMatchObject({
      operations: 0,
      perSecond: 0,
      firstError: "down",
    })
  })

  it("keeps as many operations running as there are workers", async () => {
    let time = 0
    let running = 0
    const seen: number[] = []
    const workers = new Set<number>()
    await runClosedLoop({
      concurrency: 3,
      warmUpSeconds: 0,
      seconds: 1,
      minimum: 1,
      now: () => time,
      operation: async (worker) => {
        running += 1
        workers.add(worker)
        seen.push(running)
        await Promise.resolve()
        time += 50
        running -= 1
      },
    })
    expect(Math.max(...seen)).toBe(3)
    expect([...workers].sort()).toEqual([0, 1, 2])
    expect(running).toBe(0)
  })
})
