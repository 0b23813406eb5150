export * from "./events"
export type { BoxNotice } from "./cart/types"
export * from "./lib/prices"
export { taxableBox } from "./lib/tax"
export { boxesOf } from "./lib/service"
export type { BoxAmount, OfferOriginalBoxInput } from "./offer/types"
export { writePairs } from "./order/bind"
export { withTheirBoxes } from "./order/returns"
export { editOrderLineWorkflow } from "./workflows/edit-order-line"
export {
  offerOriginalBoxWorkflow,
  offerOriginalBoxWorkflowId,
} from "./workflows/offer-original-box"
export {
  reserveOriginalBoxesWorkflow,
  restockOriginalBoxesWorkflow,
} from "./workflows/order-boxes"
export {
  removeOriginalBoxWorkflow,
  removeOriginalBoxWorkflowId,
} from "./workflows/remove-original-box"
