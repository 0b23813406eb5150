export * from "./payment"
export * from "./checkout"
