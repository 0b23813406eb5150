export { readOrderPayment } from "./lib/methods"
export { payOrder } from "./lib/pay-order"
export type { PayOrderInput, PayPlan } from "./lib/types"
export { payOrderWorkflow, payOrderWorkflowId } from "./workflows/pay-order"
