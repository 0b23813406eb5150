import { shopAt, startServers, unique, useShop } from "../../support"
import { checkoutBed, rows } from "./bed"

const shop = useShop()
const { body, checkout } = checkoutBed(shop)

const keyed = (key: string) => ({ headers: { "idempotency-key": key } })

const ordersOf = async (email: unknown, where = shop) =>
  (
    await where.sql<{ id: string }>(`select id from "order" where email = $1`, [
      email,
    ])
  ).map(({ id }) => id)

const replayed = (reply: { headers: Headers }) =>
  reply.headers.get("idempotent-replayed")

describe("a checkout with an Idempotency-Key", () => {
  it("is answered again as it was answered first", async () => {
    const sent = await body()
    const key = unique("key")

    const first = await checkout(sent, keyed(key))
    const before = await rows(shop)
    const again = await checkout(sent, keyed(key))

    expect(first.status).toBe(201)
    expect(replayed(first)).toBeNull()
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(replayed(again)).toBe("true")
    expect(await rows(shop)).toEqual(before)
    expect(await ordersOf(sent.email)).toEqual([first.body.order?.id])
  })

  it("does not take the key for another request", async () => {
    const sent = await body()
    const key = unique("key")
    await checkout(sent, keyed(key))
    const before = await rows(shop)

    const { status, body: answer } = await checkout(
      { ...sent, note: "At the back door" },
      keyed(key)
    )

    expect({ status, code: answer.code }).toEqual({
      status: 422,
      code: "idempotency_key_reused",
    })
    expect(await rows(shop)).toEqual(before)
  })

  it("keeps the keys of two people apart", async () => {
    const sent = await body()
    const key = unique("key")
    const { token } = await shop.asCustomer()

    const guest = await checkout(sent, keyed(key))
    const customer = await checkout(
      { ...sent, note: "Mine" },
      { ...keyed(key), token }
    )

    expect([guest.status, customer.status]).toEqual([201, 201])
  })

  it("makes one order of ten at once", async () => {
    const sent = await body()
    const key = unique("key")

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => checkout(sent, keyed(key)))
    )

    const [id] = await ordersOf(sent.email)
    expect(await ordersOf(sent.email)).toEqual([id])
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(new Set(answers.map((one) => one.body.order?.id))).toEqual(
      new Set([id])
    )
    expect(answers.filter((one) => replayed(one) === null)).toHaveLength(1)
  })

  it("does not keep a refusal: put right, the same key works", async () => {
    const sent = await body()
    const key = unique("key")
    const before = await rows(shop)

    const refused = await checkout({ ...sent, phone: "12" }, keyed(key))

    expect(refused.body.code).toBe("invalid_phone")
    expect(await rows(shop)).toEqual(before)
    expect((await checkout(sent, keyed(key))).status).toBe(201)
  })

  it.each(["", "x".repeat(256), "ключ".normalize()])(
    "refuses the key %j",
    async (key) => {
      const sent = await body()
      const before = await rows(shop)
      const { status, body: answer } = await checkout(sent, {
        headers: { "idempotency-key": Buffer.from(key).toString("latin1") },
      })

      expect({ status, code: answer.code }).toEqual({
        status: 400,
        code: "invalid_idempotency_key",
      })
      expect(await rows(shop)).toEqual(before)
    }
  )

  it("is told to come back while a server it cannot see works on it", async () => {
    const sent = await body()
    const key = unique("key")
    const first = await checkout(sent, keyed(key))
    await shop.sql(
      `update idempotency_key set state = 'in_progress', response = null
        where response -> 'order' ->> 'id' = $1`,
      [first.body.order?.id]
    )

    const waited = await checkout(sent, keyed(key))

    expect({ status: waited.status, code: waited.body.code }).toEqual({
      status: 409,
      code: "request_in_progress",
    })
    expect(waited.headers.get("retry-after")).toBe("2")
    expect(await ordersOf(sent.email)).toHaveLength(1)
  })
})

describe("over two servers without Redis", () => {
  it("ten at once make one order", async () => {
    const servers = (await startServers(2)).map((server) => shopAt(server))
    const [one] = servers
    const sent = await checkoutBed(one).body()
    const key = unique("key")

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        checkoutBed(servers[turn % 2]).checkout(sent, keyed(key))
      )
    )

    const [id] = await ordersOf(sent.email, one)
    expect(await ordersOf(sent.email, one)).toEqual([id])
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(new Set(answers.map((reply) => reply.body.order?.id))).toEqual(
      new Set([id])
    )
  })
})
