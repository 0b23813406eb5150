import { useShop } from "../../support"
import { eventually } from "../mobile-money/bed"
import { DELETE, type List, type Refused, wishlistBed } from "./bed"

const shop = useShop()
const { customer, guest, guestWith, listOf } = wishlistBed(shop)

type Lists = { wishlists: List[]; count: number; limit: number; offset: number }

const defaults = (lists: Lists) =>
  lists.wishlists.filter(({ is_default }) => is_default).map(({ id }) => id)

describe("the wishlists of a customer", () => {
  it("are made, named, chosen and deleted", async () => {
    const { call } = await customer()
    expect((await call("")).body).toEqual({
      wishlists: [],
      count: 0,
      limit: 10,
      offset: 0,
    })

    const made = await call("", { body: {} })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      wishlist: {
        id: expect.stringMatching(/^wish_/),
        name: "Wishlist",
        is_default: true,
        item_count: 0,
        share_token: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
      token: null,
    })
    const { id: first } = (made.body as { wishlist: List }).wishlist
    const second = await listOf(call, { name: "  Birthday " })
    expect(second).toMatchObject({ name: "Birthday", is_default: false })

    const changed = await call<{ wishlist: List }>(`/${second.id}`, {
      body: { name: "Wedding", is_default: true },
    })
    expect(changed.status).toBe(200)
    expect(changed.body.wishlist).toMatchObject({
      name: "Wedding",
      is_default: true,
    })
    const both = (await call<Lists>("")).body
    expect(both.wishlists.map(({ id }) => id)).toEqual([second.id, first])
    expect(defaults(both)).toEqual([second.id])

    const deleted = await call(`/${second.id}`, DELETE)
    expect(deleted.body).toEqual({
      id: second.id,
      object: "wishlist",
      deleted: true,
    })
    expect((await call(`/${second.id}`)).status).toBe(404)
    expect((await call(`/${second.id}`, DELETE)).status).toBe(404)
    expect(defaults((await call<Lists>("")).body)).toEqual([first])
  })

  it("are twenty at most, also when they are made at once", async () => {
    const { call } = await customer()

    const made = await Promise.all(
      Array.from({ length: 25 }, () => call<Refused>("", { body: {} }))
    )

    const refused = made.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(5)
    expect(
      new Set(refused.map(({ status, body }) => `${status} ${body.code}`))
    ).toEqual(new Set(["400 too_many_wishlists"]))
    const page = (await call<Lists>("?limit=100")).body
    expect(page.count).toBe(20)
    expect(defaults(page)).toHaveLength(1)
    const { wishlists, limit, offset } = (
      await call<Lists>("?limit=3&offset=18")
    ).body
    expect([wishlists.length, limit, offset]).toEqual([2, 3, 18])
  })

  it("go when the customer is deleted", async () => {
    const person = await shop.fixtures.customer()
    const { token } = await shop.asCustomer(person)
    await shop.store("/wishlists", { token, body: {} })

    await shop.admin(`/customers/${person.id}`, DELETE)

    await eventually(
      "the lists to go",
      async () =>
        (
          await shop.sql(
            `select id from wishlist
              where customer_id = $1 and deleted_at is null`,
            [person.id]
          )
        ).length === 0
    )
  })
})

describe("the list of a guest", () => {
  it("belongs to who holds its token, which is told once", async () => {
    const { wishlist, token, call } = await guest()
    expect(token).toMatch(/^[0-9a-f]{48}$/)
    expect(wishlist).toMatchObject({ name: "Wishlist", is_default: true })

    expect((await call<Lists>("")).body.wishlists).toEqual([wishlist])
    expect((await call(`/${wishlist.id}`)).body).toEqual({
      wishlist,
      items: [],
      count: 0,
      limit: 10,
      offset: 0,
    })
    const rows = await shop.sql("select * from wishlist where id = $1", [
      wishlist.id,
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it.each([
    ["no token", undefined],
    ["another one", "0".repeat(48)],
    ["half of one", "abc"],
  ])("is not shown with %s", async (_, token) => {
    const { wishlist } = await guest()
    const call = token ? guestWith(token) : undefined
    const list = call ? await call("") : await shop.store("/wishlists")
    const one = call
      ? await call(`/${wishlist.id}`)
      : await shop.store(`/wishlists/${wishlist.id}`)

    expect([list.status, list.body.code]).toEqual([401, "unauthorized"])
    expect(one.status).toBe(token?.length === 48 ? 404 : 401)
  })
})

describe("what a request must look like", () => {
  it.each([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(256) }, "name"],
    [{ name: 7 }, "name"],
    [{ customer_id: "cus_1" }, "customer_id"],
    [{ is_default: "yes" }, "is_default"],
  ])("a new list of %j is refused", async (body, field) => {
    const { call } = await customer()

    const refused = await call<Refused>("", { body })

    expect([refused.status, refused.body.code]).toEqual([400, "invalid_data"])
    expect(refused.body.details?.map((one) => one.field)).toEqual([field])
    expect((await call<Lists>("")).body.count).toBe(0)
  })

  it.each([
    [{}, "name"],
    [{ is_default: false }, "is_default"],
    [{ token_hash: "x" }, "token_hash"],
  ])("a change of %j is refused", async (body, field) => {
    const { call } = await customer()
    const list = await listOf(call)

    const refused = await call<Refused>(`/${list.id}`, { body })

    expect(refused.status).toBe(400)
    expect(refused.body.details?.map((one) => one.field)).toContain(field)
    expect((await call<Lists>("")).body.wishlists).toEqual([list])
  })

  it.each(["?limit=0", "?limit=x", "?offset=-1", "?colour=red"])(
    "a page of %s is refused",
    async (query) => {
      const { call } = await customer()
      expect((await call(query)).status).toBe(400)
    }
  )
})
