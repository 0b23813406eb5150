import { Module, Modules } from "@medusajs/framework/utils"
import { FileService } from "./service"
import { loadProviders } from "./upstream"

/** Medusa's File module with the same providers; only its service is ours. */
export default Module(Modules.FILE, {
  service: FileService,
  loaders: [loadProviders],
})
