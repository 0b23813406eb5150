import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  IPromotionModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { couponBed } from "../../http/coupons/bed"
import { eventually } from "../../http/mobile-money/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"

let shop: Shop
let container: MedusaContainer
let promotions: IPromotionModuleService
let bed: ReturnType<typeof couponBed>

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  promotions = container.resolve(Modules.PROMOTION)
  bed = couponBed(shop)
}, 180_000)

const buyer = { customer_id: "cus_1", customer_email: null }

const used = async (id: string) => {
  const [row] = await shop.sql(
    `select p.used, b.used::int as budget, u.used::int as customer
       from promotion p
       join promotion_campaign_budget b on b.campaign_id = p.campaign_id
       left join promotion_campaign_budget_usage u
         on u.budget_id = b.id and u.deleted_at is null
      where p.id = $1`,
    [id]
  )
  return row
}

const every = (count: number) => ({
  used: count,
  budget: count,
  customer: count,
})

async function usedTimes(count: number) {
  const { id, code } = await bed.coupon({
    usage_limit: 50,
    usage_limit_per_customer: 50,
  })
  const use = [{ code, amount: 10 }]
  const register = () => promotions.registerUsage(use, buyer)
  const revert = () => promotions.revertUsage(use, buyer)
  for (let turn = 0; turn < count; turn += 1) {
    await register()
  }
  expect(await used(id)).toEqual(every(count))
  return { id, register, revert }
}

/** Whether somebody waits for a row that is locked. */
const isAwaited = async () => {
  const [row] = await shop.sql<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
  )
  return row.waiting > 0
}

it("uses counted and taken back at the same time add up", async () => {
  const { id, register, revert } = await usedTimes(6)

  await Promise.all([
    ...Array.from({ length: 4 }, register),
    ...Array.from({ length: 6 }, revert),
  ])

  expect(await used(id)).toEqual(every(4))
})

it.each(["register", "revert"] as const)(
  "a %s waits for the one before it, and sees what it wrote",
  async (action) => {
    const setting = await usedTimes(3)
    const knex: Knex = container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const trx = await knex.transaction()
    await trx("promotion").where("id", setting.id).forUpdate().select("id")

    const waiting = setting[action]()
    await eventually("somebody who waits", isAwaited)
    // Another order, counted meanwhile.
    await trx("promotion").where("id", setting.id).increment("used", 1)
    await trx.commit()
    await waiting

    expect(await used(setting.id)).toMatchObject({
      used: action === "register" ? 5 : 3,
    })
  }
)

it("never counts below nothing, and nothing for who never used it", async () => {
  const { id, revert } = await usedTimes(1)

  await Promise.all([revert(), revert(), revert()])

  expect(await used(id)).toEqual({ used: 0, budget: 0, customer: null })
})
