import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Shop, unique } from "../support"
import {
  NARROW,
  openBrowser,
  type PageOptions,
  type Staff,
  type TestBrowser,
  type TestPage,
} from "../support/browser"

/**
 * Medusa's own order page puts a `div` into a `p` and React says so, once. The
 * page's chunk is near the top of what it says only when it is Medusa's.
 */
const CORE_NESTING =
  /^console: Warning: validateDOMNesting[^]{0,400}\/order-detail-/

export const onAPhone = { viewport: NARROW, dark: true }

/** As the SDK asks: with whatever stands behind the path. */
export const asking = (path: string) => new RegExp(`${path}(\\?|$)`)

/** Loads a page of the admin, with nothing in memory of what was before. */
export const visit = (page: TestPage, shop: Shop, path: string) =>
  page.goto(`${shop.url}/app/${path}`)

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
export async function overflow(
  page: TestPage,
  part: "main" | "[role=region]" | "[role=dialog]"
) {
  const file = await readFile(join(__dirname, "overflow.js"), "utf8")
  const measure = file.slice(file.indexOf("(part)"))
  const [wider, sticking] = await page.evaluate<[number, string[]]>(
    `[
      document.documentElement.scrollWidth - window.innerWidth,
      (${measure})(document.querySelector(${JSON.stringify(part)})),
    ]`
  )
  return [...(wider > 0 ? [`the document by ${wider} px`] : []), ...sticking]
}

/** A member of staff with these permissions and no others. */
export async function staffWho(
  shop: Shop,
  permissions: string[]
): Promise<Staff> {
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

/** No page is there, so nothing of the one before can be taken for the next. */
const NOWHERE = "nowhere"
const nowhere = (page: TestPage) =>
  page.getByText("There is no page at this address")

const follow = (page: TestPage, path: string) =>
  page.evaluate(
    `history.pushState(null, "", ${JSON.stringify(`/app/${path}`)})
    dispatchEvent(new PopStateEvent("popstate"))`
  )

/** Goes there within the admin, as its links do; it is loaded once. */
export async function go(page: TestPage, shop: Shop, path: string) {
  if (page.url().startsWith(`${shop.url}/app/`)) {
    await follow(page, NOWHERE)
  } else {
    await visit(page, shop, NOWHERE)
  }
  await nowhere(page).waitFor()
  await follow(page, path)
  await nowhere(page).waitFor({ state: "detached" })
}

/** What was said before is not taken for what is said next. */
async function hush(page: TestPage) {
  await page.evaluate(
    `document.querySelectorAll("[data-sonner-toast] button")
      .forEach((button) => button.click())`
  )
  await page
    .locator("[data-sonner-toast]")
    .first()
    .waitFor({ state: "detached" })
}

/**
 * A browser for the spec file, and one page in it that most tests share: the
 * admin of the base data on a desk. Each test leaves it without routes.
 */
export function useDesk(shop: Shop) {
  let browser: TestBrowser
  let page: TestPage
  const open = (options: PageOptions = {}) =>
    browser.open({
      as: "admin",
      ...options,
      allow: [CORE_NESTING, ...(options.allow ?? [])],
    })

  beforeAll(async () => {
    browser = await openBrowser()
    page = await open()
  })
  afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }))

  return {
    get page() {
      return page
    },
    /** Another page beside it. */
    open,
    async visit(path: string) {
      await hush(page)
      await go(page, shop, path)
    },
    /** Loads the admin there, with nothing in memory. */
    load: (path: string) => visit(page, shop, path),
    shoot: (name: string) => shoot(page, name),
    press: (name: string) =>
      page.getByRole("button", { name, exact: true }).click(),
    drawer: () => page.getByRole("dialog"),
    question: () => page.getByRole("alertdialog"),
    toast: (text: string | RegExp) =>
      page.locator("[data-sonner-toast]").getByText(text),
  }
}
