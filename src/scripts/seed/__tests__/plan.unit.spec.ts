import { marketCodes, markets } from "../../../markets"
import { parsePhone } from "../../../lib/phone"
import { clockIn } from "../../../lib/time-zone"
import { orderStates, planOrders } from "../orders/plan"

const NOW = new Date("2026-11-21T09:30:00Z")
const DAY = 86_400_000
const plans = planOrders(1000, NOW)

describe("planOrders", () => {
  it("plans the same orders every time", () => {
    expect(planOrders(50, NOW)).toEqual(planOrders(50, NOW))
  })

  it("keeps the orders of a smaller shop in a bigger one", () => {
    const numbers = new Set(Array.from({ length: 30 }, (_, at) => at + 1))
    const kept = plans.filter(({ number }) => numbers.has(number))

    expect(kept).toEqual(planOrders(30, NOW))
  })

  it("shows every state in the first ten", () => {
    const states = planOrders(orderStates.length, NOW).map(({ state }) => state)

    expect(states.sort()).toEqual([...orderStates].sort())
  })

  it("sells in every market, to guests and customers, with coupons", () => {
    expect([...new Set(plans.map(({ market }) => market))].sort()).toEqual(
      [...marketCodes].sort()
    )
    for (const code of marketCodes) {
      const here = plans.filter(({ market }) => market === code)
      expect(here.some(({ isCustomer }) => !isCustomer)).toBe(true)
      expect(here.some(({ coupon }) => coupon)).toBe(true)
      // The United States have no demo customer.
      expect(here.some(({ isCustomer }) => isCustomer)).toBe(code !== "us")
    }
  })

  it("lies within the last 90 days and happens in the right order", () => {
    for (const { at } of plans) {
      expect(at.placed.getTime()).toBeLessThan(NOW.getTime())
      expect(at.placed.getTime()).toBeGreaterThan(NOW.getTime() - 92 * DAY)
      const course = [
        at.placed,
        at.paid,
        at.fulfilled,
        at.shipped,
        at.delivered,
        at.returned,
        at.refunded,
        NOW,
      ].map((date) => date.getTime())
      expect(course).toEqual([...course].sort((a, b) => a - b))
    }
  })

  it("sells more in the evening than at night", () => {
    const hours = plans.map(
      ({ at, market }) => clockIn(at.placed, markets[market].time_zone).hour
    )
    const between = (from: number, to: number) =>
      hours.filter((hour) => hour >= from && hour < to).length

    expect(between(19, 23)).toBeGreaterThan(3 * between(1, 5))
  })

  it("gives people phones and post codes their market accepts", () => {
    for (const { market, person } of plans) {
      const { address } = markets[market]
      expect(parsePhone(person.phone, market).ok).toBe(true)
      expect(person.address.postal_code).toMatch(address.postal_code.pattern)
      expect(person.email).toMatch(/\.example\.com$/)
    }
  })

  it("names provinces as their market does", () => {
    for (const { market, person } of plans) {
      const { names } = markets[market].address.province
      const known = names.flatMap(({ code, name }) => [code, name])
      expect(known).toContain(person.address.province)
    }
  })
})
