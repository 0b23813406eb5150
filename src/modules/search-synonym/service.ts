import { MedusaService } from "@medusajs/framework/utils"
import { SearchSynonym } from "./models/search-synonym"

export class SearchSynonymService extends MedusaService({ SearchSynonym }) {}
