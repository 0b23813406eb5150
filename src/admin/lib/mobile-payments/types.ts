import type {
  AdminDifferencesResponse,
  AdminMessagesResponse,
  AdminMobilePaymentsResponse,
  AdminOrderMobilePaymentResponse,
} from "../../../api/admin/mobile-payments/view"
import type { AdminReconciledResponse } from "../../../api/admin/mobile-payments/reconcile/view"

/** As JSON brings it: a date is a text. */
type Wire<T> = T extends Date
  ? never
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T

export type PaymentsPage = Wire<AdminMobilePaymentsResponse>
export type DifferencesPage = Wire<AdminDifferencesResponse>
export type MessagesPage = Wire<AdminMessagesResponse>
export type Reconciled = Wire<AdminReconciledResponse>
export type OrderStory = Wire<AdminOrderMobilePaymentResponse>

export type Payment = PaymentsPage["mobile_payments"][number]
export type Attempt = Payment["attempts"][number]
export type MoneyReturn = Payment["returns"][number]
export type Difference = DifferencesPage["differences"][number]
export type Message = MessagesPage["messages"][number]
export type Story = NonNullable<OrderStory["mobile_payment"]>
export type Entry = Story["entries"][number]
