import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { SearchService } from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [SearchService] })
