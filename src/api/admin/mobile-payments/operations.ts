import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../openapi/operations"
import {
  AdminAskPhone,
  AdminMatchReceipt,
  AdminReturnMoney,
} from "../orders/[id]/mobile-payment/validators"
import { reconciledSchema } from "./reconcile/view"
import {
  AdminEndReturn,
  AdminExportMobilePaymentsParams,
  AdminGetDifferencesParams,
  AdminGetMessagesParams,
  AdminGetMobilePaymentsParams,
  AdminRegisterProvider,
  AdminResolveDifference,
} from "./validators"
import {
  differenceSchema,
  differencesSchema,
  messageSchema,
  messagesSchema,
  mobilePaymentsSchema,
  orderMobilePaymentSchema,
  returnSchema,
} from "./view"

const story = {
  200: { about: "The payment's story.", schema: orderMobilePaymentSchema },
}

const changed = {
  ...story,
  400: { about: "It cannot be done now; `code` says why." },
  404: { about: "The order has no mobile payment." },
}

/** Mobile payments as staff see and handle them. */
export const mobilePaymentOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/mobile-payments": {
    summary: "Mobile payments, newest first",
    description:
      "`q` finds an order's number, a receipt, or a part of a phone number.",
    query: AdminGetMobilePaymentsParams,
    answers: {
      200: { about: "A page of them.", schema: mobilePaymentsSchema },
    },
  },
  "GET /admin/mobile-payments/export": {
    summary: "The same as a CSV file",
    query: AdminExportMobilePaymentsParams,
    answers: { 200: { about: "CSV in UTF-8.", media: "text/csv" } },
  },
  "GET /admin/mobile-payments/differences": {
    summary: "What ledger, provider and orders disagree about",
    query: AdminGetDifferencesParams,
    answers: { 200: { about: "A page of them.", schema: differencesSchema } },
  },
  "POST /admin/mobile-payments/differences/:id/resolve": {
    summary: "Close a difference",
    body: AdminResolveDifference,
    answers: {
      200: {
        about: "It is closed.",
        schema: z.object({ difference: differenceSchema }),
      },
      400: { about: "Somebody has closed it before." },
      404: { about: "There is none." },
    },
  },
  "POST /admin/mobile-payments/register": {
    summary: "Tell a provider where the shop hears of money",
    description:
      "Once, when the shop goes live. `phone` is the number that the provider knows as the shop's own.",
    body: AdminRegisterProvider,
    answers: {
      200: {
        about: "The provider took it.",
        schema: z.object({ registered: z.literal(true) }),
      },
      400: { about: "The provider refused; the message says why." },
    },
  },
  "POST /admin/mobile-payments/returns/:id/end": {
    summary: "Say how a return ended",
    description:
      "For a return whose answer never came: staff look at the provider's own pages first.",
    body: AdminEndReturn,
    answers: {
      200: {
        about: "It ended so.",
        schema: z.object({ money_return: returnSchema }),
      },
      400: { about: "It has ended, or was not sent yet." },
      404: { about: "There is none." },
    },
  },
  "POST /admin/mobile-payments/reconcile": {
    summary: "Compare with the providers now",
    description: "What the jobs do by themselves, without waiting for them.",
    answers: {
      200: {
        about: "It is done; what is left is among the differences.",
        schema: reconciledSchema,
      },
    },
  },
  "GET /admin/mobile-payments/messages": {
    summary: "Messages of providers",
    query: AdminGetMessagesParams,
    answers: { 200: { about: "A page of them.", schema: messagesSchema } },
  },
  "POST /admin/mobile-payments/messages/:id/retry": {
    summary: "Try a parked message again",
    answers: {
      200: {
        about: "It was tried.",
        schema: z.object({ message: messageSchema }),
      },
      400: { about: "It is not parked." },
      404: { about: "There is none." },
    },
  },
  "GET /admin/orders/:id/mobile-payment": {
    summary: "The story of an order's mobile payment",
    description: "`mobile_payment` is null for an order that pays another way.",
    answers: story,
  },
  "POST /admin/orders/:id/mobile-payment/ask": {
    summary: "Ask the phone again",
    description: "The last phone unless another one is given.",
    body: AdminAskPhone,
    answers: changed,
  },
  "POST /admin/orders/:id/mobile-payment/check": {
    summary: "Ask the provider now",
    answers: changed,
  },
  "POST /admin/orders/:id/mobile-payment/match": {
    summary: "Match a receipt a shopper shows",
    description: "It counts only when the provider confirms the payment.",
    body: AdminMatchReceipt,
    answers: changed,
  },
  "POST /admin/orders/:id/mobile-payment/return": {
    summary: "Give the money back",
    description:
      "A reversal is whole and ends when the provider confirms it; a manual return records what was sent by hand.",
    body: AdminReturnMoney,
    answers: changed,
  },
}
