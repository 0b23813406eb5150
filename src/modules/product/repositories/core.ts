export { ProductRepository } from "../upstream"
