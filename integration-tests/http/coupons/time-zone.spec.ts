import { type Shop, shopAt, startServer } from "../../support"
import { couponBed } from "./bed"

/** In New York a day has 23 hours in March and 25 in November. */
let shop: Shop
let bed: ReturnType<typeof couponBed>

beforeAll(async () => {
  shop = shopAt(
    await startServer({
      jobs: false,
      env: { SHOP_TIME_ZONE: "America/New_York" },
    })
  )
  bed = couponBed(shop)
}, 120_000)

const moments = [
  ["2027-03-13", "2027-03-13T05:00:00.000Z", "2027-03-14T05:00:00.000Z"],
  ["2027-03-14", "2027-03-14T05:00:00.000Z", "2027-03-15T04:00:00.000Z"],
  ["2027-11-07", "2027-11-07T04:00:00.000Z", "2027-11-08T05:00:00.000Z"],
]

it.each(moments)(
  "%s is a whole day of the shop",
  async (day, starts_at, ends_at) => {
    expect(await bed.coupon({ starts_at: day, ends_at: day })).toMatchObject({
      ...{ starts_at, ends_at },
      starts_on: day,
      ends_on: day,
      time_zone: "America/New_York",
    })
  }
)

it("a time is the one on the shop's clock, an instant is itself", async () => {
  const made = await bed.coupon({
    starts_at: "2027-03-14T01:30",
    ends_at: "2027-03-14T03:30:15",
  })

  expect(made).toMatchObject({
    starts_at: "2027-03-14T06:30:00.000Z",
    ends_at: "2027-03-14T07:30:15.000Z",
    starts_on: "2027-03-14",
    ends_on: "2027-03-14",
  })
  const { body } = await bed.change(made.id, {
    // The clocks jump over it; it is as long after two as it says.
    starts_at: "2027-03-14T02:30",
    ends_at: "2027-03-15T03:59:59Z",
  })
  expect(body.coupon).toMatchObject({
    starts_at: "2027-03-14T07:30:00.000Z",
    ends_at: "2027-03-15T03:59:59.000Z",
    ends_on: "2027-03-14",
  })
})

it("begins and ends by the shop's days, not by those of the server", async () => {
  const today = new Intl.DateTimeFormat("en-CA", {
    timeZone: "America/New_York",
  }).format()
  const made = await bed.coupon({ starts_at: today, ends_at: today })
  const cart = await shop.fixtures.cart()

  expect(made.state).toBe("active")
  expect((await bed.check(made.code, cart.id)).valid).toBe(true)
})
