export * from "./payment"
export * from "./review"
