export { readGallery } from "./lib/read"
export type {
  AddImages,
  ChangeImagesInput,
  EditImage,
  ImageChange,
  NewImage,
  ProductImage,
  RemoveImage,
} from "./types"
export {
  changeProductImagesWorkflow,
  changeProductImagesWorkflowId,
} from "./workflows/change-images"
