import {
  isPaymentMethod,
  type PaymentMethod,
  paymentMethods,
} from "../../../markets/payment-methods"

const mobile = Object.entries<PaymentMethod>(paymentMethods).filter(
  ([, { kind }]) => kind === "mobile"
)

/** Every method that asks a phone; more drivers bring more of them. */
export const mobileMethods = mobile
  .filter(([, { provider }]) => provider)
  .map(([value, { name }]) => ({ value, label: name }))

export const methodName = (driver: string) =>
  isPaymentMethod(driver) ? paymentMethods[driver].name : driver

const providers = new Set(mobile.map(([, { provider }]) => provider))

export const isMobileProvider = (id: string) => providers.has(id)
