import { z } from "@medusajs/framework/zod"
import { readNairobiTime } from "../fields"
import { type FailureMeaning, failureOf, PAID } from "../result-codes"
import {
  loose,
  maybe,
  readAmount,
  readBody,
  readReceipt,
  type Unreadable,
  unreadable,
} from "../wire"

type Prompt = {
  merchantRequestId: string
  checkoutRequestId: string
  code: string
  description: string
}

/** What Safaricom says became of a prompt. It is unsigned: check it first. */
export type StkCallback =
  | (Prompt & {
      outcome: "paid"
      receipt: string
      /** In shillings, to be compared with what was asked. */
      amount: number
      /** May be masked or absent, so nothing may depend on it. */
      phone: string | null
      paidAt: Date | null
    })
  | (Prompt & { outcome: "failed" } & FailureMeaning)
  /** Neither money nor the end of it: a person, or a query, has to say. */
  | (Prompt & {
      outcome: "unclear"
      because: "unknown-code" | "no-receipt" | "no-amount"
    })
  | Unreadable

const schema = z.object({
  Body: z.object({
    stkCallback: z.object({
      MerchantRequestID: loose,
      CheckoutRequestID: loose,
      ResultCode: loose,
      ResultDesc: maybe,
      CallbackMetadata: z
        .object({ Item: z.array(z.unknown()) })
        .optional()
        .catch(undefined),
    }),
  }),
})

const itemSchema = z.object({ Name: z.string(), Value: maybe })

/** By name: order and number of the items vary, and some have no value. */
function valuesOf(items: unknown[]) {
  return new Map(
    items
      .map((item) => itemSchema.safeParse(item).data)
      .filter((item) => item !== undefined)
      .map(({ Name, Value }) => [Name, Value])
  )
}

export function parseStkCallback(body: unknown): StkCallback {
  const parsed = schema.safeParse(readBody(body)).data
  if (!parsed) {
    return unreadable("an STK callback")
  }
  const callback = parsed.Body.stkCallback
  const prompt: Prompt = {
    merchantRequestId: callback.MerchantRequestID,
    checkoutRequestId: callback.CheckoutRequestID,
    code: callback.ResultCode,
    description: callback.ResultDesc ?? "",
  }
  if (prompt.code !== PAID) {
    const failure = failureOf(prompt.code)
    return failure
      ? { outcome: "failed", ...prompt, ...failure }
      : { outcome: "unclear", ...prompt, because: "unknown-code" }
  }
  const values = valuesOf(callback.CallbackMetadata?.Item ?? [])
  const receipt = readReceipt(values.get("MpesaReceiptNumber"))
  const amount = readAmount(values.get("Amount"))
  if (!receipt) {
    return { outcome: "unclear", ...prompt, because: "no-receipt" }
  }
  if (amount === undefined) {
    return { outcome: "unclear", ...prompt, because: "no-amount" }
  }
  return {
    outcome: "paid",
    ...prompt,
    receipt,
    amount,
    phone: values.get("PhoneNumber") ?? null,
    paidAt: readNairobiTime(values.get("TransactionDate")),
  }
}
