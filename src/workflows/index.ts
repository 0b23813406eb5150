export * from "./payment"
