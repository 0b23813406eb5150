// The service of categories asks for the module's own by its name.
export { ProductCategoryService, ProductModuleService } from "../upstream"
