export * from "./limits"
export { collectCashWorkflow } from "./workflows/collect-cash"
export { openCashWorkflow } from "./workflows/open-cash"
export { settleCashWorkflow } from "./workflows/settle-cash"
