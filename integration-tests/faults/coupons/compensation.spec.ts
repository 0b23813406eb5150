import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type * as Coupons from "../../../src/workflows/coupon"
import { couponBed, newCode, type Refused } from "../../http/coupons/bed"
import { eventually } from "../../http/mobile-money/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

type Told = { name: string; data: { id: string } }

let shop: Shop
let bed: ReturnType<typeof couponBed>
/** What the event bus was told, and what the hooks were given. */
const told: Told[] = []
const hooked: [string, unknown][] = []

function listen(container: MedusaContainer) {
  const events = container.resolve(Modules.EVENT_BUS)
  for (const name of ["created", "updated", "deleted"]) {
    events.subscribe(`coupon.${name}`, async (event) => {
      told.push(event as Told)
    })
  }
  // The settings are those of the app once it is booted.
  const ours = jest.requireActual<typeof Coupons>(
    "../../../src/workflows/coupon"
  )
  const note = (name: string) => async (given: unknown) => {
    hooked.push([name, given])
    return new StepResponse(undefined)
  }
  ours.createCouponWorkflow.hooks.validate(note("validate create"))
  ours.createCouponWorkflow.hooks.couponCreated(note("couponCreated"))
  ours.updateCouponWorkflow.hooks.validate(note("validate update"))
  ours.updateCouponWorkflow.hooks.couponUpdated(note("couponUpdated"))
  ours.deleteCouponWorkflow.hooks.validate(note("validate delete"))
  ours.deleteCouponWorkflow.hooks.couponDeleted(note("couponDeleted"))
}

beforeAll(async () => {
  const app = await bootApp()
  shop = app.shop
  bed = couponBed(shop)
  listen(app.container)
}, 180_000)

const fail = async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
}

/** All that is live of the tables; rules come back under other ids. */
const books = async () => ({
  promotions: await shop.sql(
    `select to_jsonb(p) - 'updated_at' - 'metadata' as promotion,
            p.metadata ->> 'maximum_discount' as maximum
       from promotion p where deleted_at is null order by id`
  ),
  methods: await shop.sql(
    `select to_jsonb(m) - 'updated_at' as method
       from promotion_application_method m
      where deleted_at is null order by id`
  ),
  rules: await shop.sql(
    `select l.promotion_id, r.attribute, r.operator, v.value
       from promotion_rule r
       left join promotion_promotion_rule l on l.promotion_rule_id = r.id
       left join promotion_rule_value v on v.promotion_rule_id = r.id
      order by 1, 2, 3, 4`
  ),
  campaigns: await shop.sql(
    `select to_jsonb(c) - 'updated_at' as campaign
       from promotion_campaign c where deleted_at is null order by id`
  ),
  budgets: await shop.sql(
    `select to_jsonb(b) - 'updated_at' as budget
       from promotion_campaign_budget b where deleted_at is null order by id`
  ),
})

const terms = {
  value: 20,
  minimum_amount: 1000,
  maximum_discount: 500,
  usage_limit: 7,
  usage_limit_per_customer: 2,
}

const free = {
  minimum_amount: null,
  maximum_discount: null,
  usage_limit: null,
  usage_limit_per_customer: null,
}

const everything = {
  ...terms,
  value: 30,
  starts_at: "2027-01-01",
  ends_at: "2027-02-01T10:00",
  active: false,
}

const limited = () => bed.coupon({ ...terms, currency_code: "kes" })

/** Made among Medusa's promotions. */
async function promotion(method: object) {
  const { status, body } = await shop.admin<{ promotion: { id: string } }>(
    "/promotions",
    {
      body: {
        code: newCode(),
        type: "standard",
        status: "active",
        application_method: { type: "percentage", value: 100, ...method },
      },
    }
  )
  expect(status).toBe(200)
  return body.promotion
}

type Act = (id: string) => Promise<{ status: number; body: Refused }>

const changes: [string, string, string, () => Promise<{ id: string }>, Act][] =
  [
    [
      "making one",
      "create-coupon-promotion",
      "couponCreated",
      async () => ({ id: "" }),
      () => bed.post("", bed.body({ ...terms, currency_code: "kes" })),
    ],
    [
      "changing all of one",
      "update-coupon-promotion",
      "couponUpdated",
      limited,
      (id) => bed.change(id, everything),
    ],
    [
      "taking its limits away",
      "update-coupon-promotion",
      "couponUpdated",
      limited,
      (id) => bed.change(id, free),
    ],
    [
      "setting its first limits",
      "update-coupon-promotion",
      "couponUpdated",
      () => bed.coupon({ currency_code: "kes" }),
      (id) => bed.change(id, everything),
    ],
    [
      "giving dates to one that had no campaign",
      "update-coupon-promotion",
      "couponUpdated",
      () => promotion({ target_type: "items", allocation: "across" }),
      (id) => bed.change(id, { ends_at: "2099-01-01", usage_limit: 3 }),
    ],
    [
      "switching off what is more than a coupon",
      "update-coupon-promotion",
      "couponUpdated",
      () =>
        promotion({
          target_type: "shipping_methods",
          allocation: "each",
          max_quantity: 1,
        }),
      (id) => bed.change(id, { active: false }),
    ],
    [
      "deleting one",
      "delete-coupon-promotion",
      "couponDeleted",
      limited,
      (id) => bed.remove(id),
    ],
    [
      "deleting one whose limit had been taken away",
      "delete-coupon-promotion",
      "couponDeleted",
      async () => {
        const made = await limited()
        await bed.change(made.id, free)
        return made
      },
      (id) => bed.remove(id),
    ],
  ]

describe("a coupon when a later step fails", () => {
  it.each(
    changes.flatMap(([what, workflow, hook, make, act]) =>
      ["validate", hook].map((step) => ({ what, workflow, step, make, act }))
    )
  )("is as before: $what, $step", async ({ workflow, step, make, act }) => {
    const { id } = await make()
    const before = await books()
    const race = runBefore(step, fail, { workflow })

    const { status, body } = await act(id)

    expect(race.happened()).toBe(true)
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message: "A later step failed.",
    })
    expect(await books()).toEqual(before)
    // Nothing of it stands in the way of the next attempt.
    expect((await act(id)).status).toBeLessThan(300)
  })
})

it("hooks are given what is asked and what was done; events are told once, of what stays", async () => {
  told.length = 0
  hooked.length = 0
  const coupon = await bed.coupon()
  runBefore("couponUpdated", fail, { workflow: "update-coupon-promotion" })
  expect((await bed.change(coupon.id, { value: 11 })).status).toBe(400)
  expect((await bed.change(coupon.id, { value: 12 })).status).toBe(200)
  expect((await bed.remove(coupon.id)).status).toBe(200)

  await eventually("three events", async () => told.length >= 3)
  const { id, code } = coupon
  expect(told.map(({ name, data }) => [name, data])).toEqual([
    ["coupon.created", { id }],
    ["coupon.updated", { id }],
    ["coupon.deleted", { id }],
  ])
  expect(hooked).toMatchObject([
    ["validate create", { input: { code, value: 10 } }],
    ["couponCreated", { id }],
    ["validate update", { input: { id, value: 11 } }],
    ["validate update", { input: { id, value: 12 } }],
    ["couponUpdated", { id }],
    ["validate delete", { input: { id } }],
    ["couponDeleted", { id }],
  ])
})

it("two who change one coupon at once lose nothing of each other", async () => {
  const { id } = await limited()
  for (const turn of [1, 2, 3]) {
    const replies = await Promise.all([
      bed.change(id, { value: turn }),
      bed.change(id, { maximum_discount: 100 + turn }),
      bed.change(id, { usage_limit: 10 + turn }),
    ])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    const { body } = await shop.admin(`/coupons/${id}`)
    expect(body).toMatchObject({
      coupon: {
        value: turn,
        maximum_discount: 100 + turn,
        usage_limit: 10 + turn,
      },
    })
  }
})
