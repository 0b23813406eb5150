import { Module } from "@medusajs/framework/utils"
import { ORIGINAL_BOX_MODULE } from "./name"
import { OriginalBoxService } from "./service"

export { ORIGINAL_BOX_MODULE }

export default Module(ORIGINAL_BOX_MODULE, { service: OriginalBoxService })
