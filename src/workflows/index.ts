export * from "./payment"
export * from "./checkout"
export * from "./product"
