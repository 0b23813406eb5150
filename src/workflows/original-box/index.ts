export * from "./events"
export type { BoxNotice } from "./cart/types"
export type { BoxAmount, OfferOriginalBoxInput } from "./offer/types"
export {
  offerOriginalBoxWorkflow,
  offerOriginalBoxWorkflowId,
} from "./workflows/offer-original-box"
export {
  removeOriginalBoxWorkflow,
  removeOriginalBoxWorkflowId,
} from "./workflows/remove-original-box"
