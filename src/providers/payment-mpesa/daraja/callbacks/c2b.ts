import { z } from "@medusajs/framework/zod"
import { readNairobiTime } from "../fields"
import {
  loose,
  maybe,
  readAmount,
  readBody,
  readReceipt,
  type Unreadable,
  unreadable,
} from "../wire"

/**
 * Money that arrived at the short code. A paid prompt raises one as well, with
 * the same receipt, so the receipt decides whether it is new.
 */
export type C2bConfirmation =
  | {
      outcome: "received"
      receipt: string
      amount: number
      shortcode: string
      /** What the payer typed as account; empty for a till. */
      reference: string
      /** Masked, or a digest. */
      phone: string | null
      payerName: string
      type: string
      paidAt: Date | null
    }
  | Unreadable

const schema = z.object({
  TransID: loose,
  TransAmount: loose,
  BusinessShortCode: loose,
  TransTime: maybe,
  TransactionType: maybe,
  BillRefNumber: maybe,
  MSISDN: maybe,
  FirstName: maybe,
  MiddleName: maybe,
  LastName: maybe,
})

export function parseC2bConfirmation(body: unknown): C2bConfirmation {
  const fields = schema.safeParse(readBody(body)).data
  const receipt = readReceipt(fields?.TransID)
  const amount = readAmount(fields?.TransAmount)
  if (!fields || !receipt || amount === undefined) {
    return unreadable("a C2B confirmation")
  }
  return {
    outcome: "received",
    receipt,
    amount,
    shortcode: fields.BusinessShortCode,
    reference: fields.BillRefNumber ?? "",
    phone: fields.MSISDN ?? null,
    payerName: [fields.FirstName, fields.MiddleName, fields.LastName]
      .filter(Boolean)
      .join(" "),
    type: fields.TransactionType ?? "",
    paidAt: readNairobiTime(fields.TransTime),
  }
}
