import { ViewBuffer, type Views } from "../view-buffer"

const buffer = (size = 100, milliseconds = 60_000) => {
  const written: Views[] = []
  const views = new ViewBuffer({
    ...{ size, milliseconds },
    write: async (held) => void written.push(held),
  })
  const see = (product_id: string, customer_id: string | null = null) =>
    views.add({ product_id, customer_id })
  return { views, written, see }
}

it("writes many views as one", async () => {
  const { views, written, see } = buffer()
  for (let turn = 0; turn < 1000; turn += 1) {
    see(`prod_${turn % 3}`)
  }
  expect(written).toEqual([])

  await views.flush()

  expect(written).toEqual([
    {
      counted: [
        { product_id: "prod_0", count: 334 },
        { product_id: "prod_1", count: 333 },
        { product_id: "prod_2", count: 333 },
      ],
      recent: [],
    },
  ])
})

it("remembers the last look of each customer at each product", async () => {
  const { views, written, see } = buffer()
  see("prod_1", "cus_1")
  see("prod_1", "cus_1")
  see("prod_1", "cus_2")

  await views.flush()

  expect(written[0].counted).toEqual([{ product_id: "prod_1", count: 3 }])
  expect(written[0].recent.map(({ customer_id }) => customer_id)).toEqual([
    "cus_1",
    "cus_2",
  ])
})

it("writes when there are many, without waiting", async () => {
  const { views, written, see } = buffer(2)
  see("prod_1")
  see("prod_2")
  await views.flush()

  expect(written).toHaveLength(1)
})

it("writes when time has passed, and then waits anew", () => {
  jest.useFakeTimers()
  const { written, see } = buffer(100, 5000)
  see("prod_1")
  jest.advanceTimersByTime(4999)
  expect(written).toEqual([])
  jest.advanceTimersByTime(1)
  return Promise.resolve()
    .then(() => expect(written).toHaveLength(1))
    .finally(() => jest.useRealTimers())
})

it("writes nothing when there is nothing", async () => {
  const { views, written } = buffer()
  await views.flush()
  expect(written).toEqual([])
})
