/** Medusa's loader registers what it finds here under the names of the classes. */
export { FileProviderService } from "../upstream"
