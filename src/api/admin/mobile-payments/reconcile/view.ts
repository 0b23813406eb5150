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
