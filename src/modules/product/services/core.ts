export { ProductCategoryService } from "../upstream"
