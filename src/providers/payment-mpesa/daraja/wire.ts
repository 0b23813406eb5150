import { z } from "@medusajs/framework/zod"

/** Text that Safaricom sends as a string one day and as a number the next. */
export const loose = z.union([z.string(), z.number()]).transform(String)

/** The same where it may be absent, null, or of a shape nobody expected. */
export const maybe = loose.optional().catch(undefined)

const DECIMAL = /^\d{1,12}(\.\d{1,2})?$/

/** An amount of shillings, exactly as written; undefined when it is none. */
export const readAmount = (text: string | undefined): number | undefined =>
  text !== undefined && DECIMAL.test(text) ? Number(text) : undefined

/** A receipt is what money is booked by, so nothing else passes for one. */
export const readReceipt = (text: string | undefined): string | undefined =>
  text !== undefined && /^[A-Za-z0-9]{6,20}$/.test(text) ? text : undefined

/** A body as it came: parsed already, or still as text. */
export function readBody(body: unknown): unknown {
  if (typeof body !== "string") {
    return body
  }
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

export type Unreadable = { outcome: "unreadable"; detail: string }

export const unreadable = (what: string): Unreadable => ({
  outcome: "unreadable",
  detail: `The body is not ${what}.`,
})
