import { z } from "@medusajs/framework/zod"
import { type Account, page, randomId } from "./account"
import { invalid } from "./errors"
import type { Form } from "./form"
import {
  integer,
  mergeMetadata,
  metadata,
  positive,
  readParams,
  text,
} from "./params"
import type { Charge, Refund } from "./types"

const createShape = {
  amount: positive.optional(),
  charge: text.optional(),
  payment_intent: text.optional(),
  reason: z
    .enum(["duplicate", "fraudulent", "requested_by_customer"])
    .optional(),
  metadata: metadata.optional(),
}

function chargeOf(
  account: Account,
  params: { charge?: string; payment_intent?: string }
): Charge {
  if (params.charge) {
    return account.charges.get(params.charge, "charge")
  }
  if (!params.payment_intent) {
    throw invalid(
      "One of the following params should be provided for this request: payment_intent or charge.",
      { code: "parameter_missing" }
    )
  }
  const intent = account.intents.get(params.payment_intent, "payment_intent")
  if (intent.status !== "succeeded" || !intent.latest_charge) {
    throw invalid(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      { param: "payment_intent" }
    )
  }
  return account.charges.get(intent.latest_charge)
}

export function createRefunds(account: Account) {
  /** What the bank says afterwards, for the cards that ask for it. */
  function settleLater(
    refund: Refund,
    charge: Charge,
    status: Refund["status"]
  ) {
    account.clock.after(account.processingMs(), () => {
      refund.status = status
      if (status === "failed") {
        refund.failure_reason = "expired_or_canceled_card"
        charge.amount_refunded -= refund.amount
        charge.refunded = false
        account.emit("refund.failed", refund, charge.payment_intent)
      }
      account.emit("refund.updated", refund, charge.payment_intent)
      account.emit("charge.refund.updated", refund, charge.payment_intent)
    })
  }

  return {
    create(form: Form) {
      const params = readParams(createShape, form)
      const charge = chargeOf(account, params)
      const left = charge.amount_captured - charge.amount_refunded
      if (left === 0) {
        throw invalid(`Charge ${charge.id} has already been refunded.`, {
          code: "charge_already_refunded",
          charge: charge.id,
        })
      }
      const amount = params.amount ?? left
      if (amount > left) {
        throw invalid(
          `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
          { param: "amount", code: "amount_too_large" }
        )
      }
      const { outcome } = account.methods.get(charge.payment_method)
      const later = outcome.kind === "succeed" ? outcome.refund : undefined
      const refund: Refund = {
        id: randomId("re"),
        object: "refund",
        amount,
        charge: charge.id,
        created: account.now(),
        currency: charge.currency,
        metadata: mergeMetadata({}, params.metadata),
        payment_intent: charge.payment_intent,
        reason: params.reason ?? null,
        receipt_number: null,
        status: later === "pending" ? "pending" : "succeeded",
      }
      account.refunds.set(refund.id, refund)
      charge.amount_refunded += amount
      charge.refunded = charge.amount_refunded === charge.amount_captured
      account.emit("refund.created", refund, charge.payment_intent)
      account.emit("charge.refunded", charge, charge.payment_intent)
      if (later) {
        settleLater(refund, charge, later === "fail" ? "failed" : "succeeded")
      }
      return refund
    },
    retrieve: (id: string) => account.refunds.get(id),
    update(id: string, form: Form) {
      const refund = account.refunds.get(id)
      const params = readParams({ metadata: metadata.optional() }, form)
      refund.metadata = mergeMetadata(refund.metadata, params.metadata)
      account.emit("refund.updated", refund, refund.payment_intent)
      return refund
    },
    list(form: Form) {
      const params = readParams(
        {
          payment_intent: text.optional(),
          charge: text.optional(),
          limit: integer.pipe(z.number().min(1).max(100)).optional(),
          starting_after: text.optional(),
        },
        form
      )
      const rows = account.refunds
        .all()
        .filter(
          (refund) =>
            (!params.charge || refund.charge === params.charge) &&
            (!params.payment_intent ||
              refund.payment_intent === params.payment_intent)
        )
      return page("/v1/refunds", rows, {
        limit: params.limit,
        after: params.starting_after,
      })
    },
  }
}
