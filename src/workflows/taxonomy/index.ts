export { completeTagsWorkflow } from "./workflows/complete-tags"
export { saveCategoryProfilesWorkflow } from "./workflows/save-category-profiles"
export { saveTagProfilesWorkflow } from "./workflows/save-tag-profiles"
export {
  updateCategoryWorkflow,
  type UpdateCategoryInput,
} from "./workflows/update-category"
