import { z } from "@medusajs/framework/zod"

export const reconciledSchema = z.object({
  reconciled: z.literal(true),
  looked_at: z.object({
    messages: z.number().describe("Stored messages of providers."),
    payments: z.number().describe("Payments that wait, or were half settled."),
    orders: z.number().describe("Orders compared with the ledger."),
    returns: z.number().describe("Money on its way back."),
  }),
  left: z.number().describe("What could not be finished; the next run tries."),
  unread_books: z.number().describe("Providers that did not show their books."),
  differences: z.object({
    new: z.number().describe("Found since this run began."),
    open: z.number().describe("All that nobody has resolved."),
  }),
})

export type AdminReconciledResponse = z.infer<typeof reconciledSchema>

const worked = z.object({ done: z.number(), failed: z.number().default(0) })

/** What a run says of itself; the rest of it is for whoever extends it. */
const runSchema = z.object({
  messages: worked,
  expected: worked,
  resumed: worked,
  checked: worked,
  expired: worked,
  returned: z.number(),
  overdue: z.number(),
  booked: z.number(),
  compared: worked.extend({ orders: worked }),
})

type Differences = AdminReconciledResponse["differences"]

export function reconciledView(
  run: unknown,
  differences: Differences
): AdminReconciledResponse {
  const { messages, compared, returned, overdue, booked, ...rest } =
    runSchema.parse(run)
  const payments = Object.values(rest)
  const each = [messages, compared.orders, ...payments]
  return {
    reconciled: true,
    looked_at: {
      messages: messages.done,
      payments: payments.reduce((sum, { done }) => sum + done, 0),
      orders: compared.orders.done,
      returns: returned + overdue + booked,
    },
    left: each.reduce((sum, { failed }) => sum + failed, 0),
    unread_books: compared.failed,
    differences,
  }
}
