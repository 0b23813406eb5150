import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  BigNumberInput,
  CancelPaymentInput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MathBN,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { parsePhone } from "../../lib/phone"
import { paymentMethods } from "../../markets"
import { isChargeable, MAX_AMOUNT, MIN_AMOUNT } from "./daraja"

const CURRENCY = "kes"
const COUNTRY = "ke"

/** What a shopper may say about the payment. Nothing else is taken from one. */
const FROM_SHOPPER: readonly string[] = paymentMethods.mpesa.client_data
/** What core adds itself. */
const FROM_CORE = ["session_id"]

type Data = Record<string, unknown>

const refuse = (code: string, message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message, code)

/**
 * M-Pesa as Medusa's payment module sees it. It asks nobody anything: the
 * order is placed first, the phone is asked after, and the ledger of mobile
 * money is the only one that says when the money is there. It says so in the
 * context of the authorisation, which no request can set.
 */
export class MpesaPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "mpesa"

  constructor(container: Record<string, unknown>) {
    super(container)
  }

  initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return Promise.resolve().then(() => ({
      id: String(input.data?.session_id ?? ""),
      data: accept(input),
      status: PaymentSessionStatus.PENDING,
    }))
  }

  updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return Promise.resolve().then(() => ({ data: accept(input) }))
  }

  authorizePayment({
    data,
    context,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const settled = (context as { settled_by_ledger?: Data } | undefined)
      ?.settled_by_ledger
    return Promise.resolve(
      settled
        ? {
            data: { ...data, settled },
            status: PaymentSessionStatus.CAPTURED,
          }
        : { data, status: PaymentSessionStatus.PENDING_AUTHORIZATION }
    )
  }

  /** The money came with the authorisation; there is nothing more to take. */
  capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return data?.settled
      ? Promise.resolve({ data })
      : Promise.reject(
          refuse("not_paid", "The shopper has not paid this with M-Pesa yet.")
        )
  }

  /**
   * Safaricom answers later whether it gave money back. Core's refund is
   * written once it has; before that it would be shown as done.
   */
  refundPayment({
    data,
    amount,
  }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const returned = MathBN.convert((data?.returned as BigNumberInput) ?? 0)
    const refunded = MathBN.add((data?.refunded as BigNumberInput) ?? 0, amount)
    return MathBN.gt(refunded, returned)
      ? Promise.reject(
          new MedusaError(
            MedusaError.Types.NOT_ALLOWED,
            "M-Pesa gives money back only after Safaricom confirms it. Use “Return money” under Mobile payment on this order; the refund appears here when it is done.",
            "refund_through_mobile_payment"
          )
        )
      : Promise.resolve({ data: { ...data, refunded: refunded.toString() } })
  }

  cancelPayment({ data }: CancelPaymentInput) {
    return Promise.resolve({ data })
  }

  deletePayment({ data }: DeletePaymentInput) {
    return Promise.resolve({ data })
  }

  retrievePayment({ data }: RetrievePaymentInput) {
    return Promise.resolve({ data })
  }

  getPaymentStatus({
    data,
  }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return Promise.resolve({
      data,
      status: data?.settled
        ? PaymentSessionStatus.CAPTURED
        : PaymentSessionStatus.PENDING_AUTHORIZATION,
    })
  }

  /** Core's webhook answers before anything is stored, so it is not used. */
  getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })
  }
}

/** Tax in the price leaves traces far behind the last cent. */
const TRACE = 1e-6

/** Whole shillings; cents are never rounded away. */
const isPayable = (amount: number) =>
  Math.abs(amount - Math.round(amount)) < TRACE &&
  isChargeable(Math.round(amount))

/** What of a session's data is kept, or why the session is refused. */
function accept({
  data = {},
  amount,
  currency_code,
}: InitiatePaymentInput): Data {
  if (currency_code.toLowerCase() !== CURRENCY) {
    throw refuse(
      "currency_not_supported",
      `M-Pesa takes ${CURRENCY.toUpperCase()} only, not ${currency_code.toUpperCase()}. Choose another payment method.`
    )
  }
  if (!isPayable(MathBN.convert(amount).toNumber())) {
    throw refuse(
      "amount_not_payable",
      `M-Pesa takes whole shillings from ${MIN_AMOUNT} to ${MAX_AMOUNT.toLocaleString("en")}, and ${String(MathBN.convert(amount))} is none. Choose another payment method.`
    )
  }
  const strange = Object.keys(data).filter(
    (key) => ![...FROM_SHOPPER, ...FROM_CORE].includes(key)
  )
  if (strange.length) {
    throw refuse(
      "unknown_payment_data",
      `M-Pesa takes only ${FROM_SHOPPER.join(", ")} in data, not ${strange.join(", ")}.`
    )
  }
  return { ...data, ...phoneOf(data.phone) }
}

function phoneOf(phone: unknown) {
  if (phone === undefined) {
    return {}
  }
  const parsed = parsePhone(String(phone), COUNTRY)
  if (!parsed.ok) {
    throw refuse("invalid_phone", "That is not a phone number.")
  }
  if (parsed.country !== COUNTRY) {
    throw refuse(
      "phone_not_supported",
      "M-Pesa asks Kenyan mobile numbers only."
    )
  }
  return { phone: parsed.e164 }
}
