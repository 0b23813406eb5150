import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { ImageKitFileService } from "./service"

export default ModuleProvider(Modules.FILE, { services: [ImageKitFileService] })
