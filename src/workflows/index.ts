export * from "./payment"
export * from "./checkout"
export * from "./pay-again"
export * from "./review"
