export * from "./events"
export { authorizeCard } from "./lib/authorize-card"
export { kindOfProvider } from "./lib/close-ends"
export { findOut } from "./lib/find-out"
export { paymentLease } from "./lib/lease"
export * from "./lib/order-payment"
export { processProviderEvent } from "./lib/process-events"
export { patience } from "./lib/patience"
export {
  type CardFound,
  cardSessionsOf,
  dropCard,
  finishSession,
  settleCard,
  settleHeldCard,
} from "./lib/settle-session"
export * from "./lib/start-payment"
export * from "./lib/tokens"
export * from "./workflows/ask-phone"
export * from "./workflows/expect-payment"
export * from "./workflows/runs"
export * from "./workflows/settle-payment"
export * from "./workflows/staff"
export * from "./workflows/stop-waiting"
