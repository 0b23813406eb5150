import type { Operation } from "../../../../openapi/operations"
import {
  AdminPostProductImage,
  AdminPostProductImages,
  adminProductImageDeletedSchema,
  adminProductImagesResponseSchema,
} from "./validators"

const answers = {
  200: {
    about: "The images of the product, in their order.",
    schema: adminProductImagesResponseSchema,
  },
}

export const adminProductImagesOperation: Operation = {
  summary: "The images of a product",
  description: "With their texts, and what each is the primary image of.",
  answers,
}

export const adminAddProductImagesOperation: Operation = {
  summary: "Add images to a product",
  description: "Several at once, behind those that are there.",
  body: AdminPostProductImages,
  answers,
}

export const adminEditProductImageOperation: Operation = {
  summary: "Change an image of a product",
  description:
    "Its text, its place, and whether it is the primary image of the product or of variants.",
  body: AdminPostProductImage,
  answers,
}

export const adminDeleteProductImageOperation: Operation = {
  summary: "Take an image from a product",
  description: "The primary image stays: another one is chosen first.",
  answers: {
    200: { about: "It is gone.", schema: adminProductImageDeletedSchema },
  },
}
