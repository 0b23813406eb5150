import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { S3FileService } from "./service"

export default ModuleProvider(Modules.FILE, { services: [S3FileService] })
