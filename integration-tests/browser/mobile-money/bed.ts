import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Locator } from "playwright-core"
import {
  eventually,
  phoneOrder,
  promptOn,
  stateOf,
} from "../../http/mobile-money/bed"
import { NARROW, type Shop, type TestPage, unique } from "../../support"

export const PAYMENTS = "/admin/mobile-payments"

/** Opens a page of the admin and waits until nothing is asked any more. */
export const visit = (page: TestPage, shop: Shop, path: string) =>
  page.goto(`${shop.url}/app/${path}`)

export const storyOf = (page: TestPage): Locator =>
  page.getByRole("region", { name: "Mobile payment" })

export async function logInAs(
  page: TestPage,
  shop: Shop,
  person: { email: string; password: string }
) {
  await page.goto(`${shop.url}/app/login`)
  await page.getByPlaceholder("Email").fill(person.email)
  await page.getByPlaceholder("Password").fill(person.password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL((address) => !address.pathname.endsWith("/login"))
}

/** A member of staff with these permissions and no others. */
export async function staffWho(shop: Shop, permissions: string[]) {
  const owner = await shop.asSuperAdmin()
  const policies = await shop.sql<{ id: string }>(
    "select id from rbac_policy where key = any($1) and deleted_at is null",
    [permissions]
  )
  const { body } = await owner.admin<{ role: { id: string } }>("/rbac/roles", {
    body: {
      name: unique("role"),
      policy_ids: policies.map(({ id }) => id),
    },
  })
  return shop.fixtures.staff({ roles: [body.role.id] })
}

/** An order its shopper has paid with the phone. */
export async function paidOrder(shop: Shop, price = 250) {
  const placed = await phoneOrder(shop, { price })
  const prompt = await promptOn(shop, placed.phone)
  await shop.sim.answer(placed.phone, prompt.id, { action: "approve" })
  await stateOf(shop, placed.order.id, "paid")
  return placed
}

/** An order whose shopper pressed cancel; the phone may be asked again. */
export async function cancelledOrder(shop: Shop) {
  const placed = await phoneOrder(shop)
  const prompt = await promptOn(shop, placed.phone)
  await shop.sim.answer(placed.phone, prompt.id, { action: "cancel" })
  await eventually("the failure", async () => {
    const [attempt] = await shop.sql<{ state: string }>(
      `select a.state from payment_attempt a
       join awaited_payment w on w.id = a.awaited_id where w.order_id = $1`,
      [placed.order.id]
    )
    return attempt?.state === "failed"
  })
  return placed
}

export const rested = (shop: Shop, orderId: string) =>
  shop.sql(
    `update payment_attempt set ended_at = now() - interval '5 minutes'
     where awaited_id = (select id from awaited_payment where order_id = $1)`,
    [orderId]
  )

/**
 * Medusa's own order page puts a `div` into a `p` and React says so, once. The
 * page's chunk is near the top of what it says only when it is Medusa's.
 */
export const CORE_NESTING =
  /^console: Warning: validateDOMNesting[^]{0,400}\/order-detail-/

/** A picture for a person to look at, taken when nothing moves any more. */
export async function shoot(page: TestPage, name: string) {
  await page.evaluate(
    `Promise.all([
      document.fonts.ready,
      ...document.getAnimations()
        .filter((motion) => motion.effect.getTiming().iterations !== Infinity)
        .map((motion) => motion.finished.catch(() => {})),
    ]).then(() => undefined)`
  )
  await page.capture(name)
}

/** What sticks out of the window sideways: the document, or inside a part. */
export async function overflow(page: TestPage, part: "main" | "[role=region]") {
  const file = await readFile(join(__dirname, "../overflow.js"), "utf8")
  const measure = file.slice(file.indexOf("(part)"))
  const [wider, sticking] = await page.evaluate<[number, string[]]>(
    `[
      document.documentElement.scrollWidth - window.innerWidth,
      (${measure})(document.querySelector(${JSON.stringify(part)})),
    ]`
  )
  return [...(wider > 0 ? [`the document by ${wider} px`] : []), ...sticking]
}

export const onAPhone = { viewport: NARROW, dark: true }

/** As the SDK asks: with whatever stands behind the path. */
export const asking = (path: string) => new RegExp(`${path}(\\?|$)`)
