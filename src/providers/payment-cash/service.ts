import { randomUUID } from "node:crypto"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentProviderContext,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/** Only the server sets it, when a driver has brought the money. */
export type CashContext = PaymentProviderContext & { cash_collected?: boolean }

/**
 * Money at the door. The order is placed at once and its session waits in
 * `pending_authorization`, so nothing counts as paid; collecting it authorises
 * the session with `cash_collected`, after which core captures it. Nobody is
 * asked, and nothing a shopper sends is looked at.
 */
export class CashService extends AbstractPaymentProvider {
  static override identifier = "cash"

  // The base class hides its constructor, which Medusa has to call.
  constructor(container: Record<string, unknown>) {
    super(container)
  }

  async initiatePayment(
    _input: InitiatePaymentInput
  ): Promise<InitiatePaymentOutput> {
    return { id: randomUUID(), data: {} }
  }

  async authorizePayment({
    context,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const collected = (context as CashContext | undefined)?.cash_collected
    return {
      data: {},
      status: collected
        ? PaymentSessionStatus.AUTHORIZED
        : PaymentSessionStatus.PENDING_AUTHORIZATION,
    }
  }

  async getPaymentStatus(
    _input: GetPaymentStatusInput
  ): Promise<GetPaymentStatusOutput> {
    return { status: PaymentSessionStatus.PENDING_AUTHORIZATION }
  }

  async capturePayment(
    _input: CapturePaymentInput
  ): Promise<CapturePaymentOutput> {
    return { data: {} }
  }

  /** Given back by hand, as it came; core keeps the record. */
  async refundPayment(
    _input: RefundPaymentInput
  ): Promise<RefundPaymentOutput> {
    return { data: {} }
  }

  async cancelPayment(
    _input: CancelPaymentInput
  ): Promise<CancelPaymentOutput> {
    return { data: {} }
  }

  async deletePayment(
    _input: DeletePaymentInput
  ): Promise<DeletePaymentOutput> {
    return { data: {} }
  }

  async updatePayment(
    _input: UpdatePaymentInput
  ): Promise<UpdatePaymentOutput> {
    return { data: {} }
  }

  async retrievePayment(
    _input: RetrievePaymentInput
  ): Promise<RetrievePaymentOutput> {
    return { data: {} }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
