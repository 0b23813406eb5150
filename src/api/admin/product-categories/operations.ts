import { z } from "@medusajs/framework/zod"
import {
  CreateProductCategory,
  UpdateProductCategory,
} from "@medusajs/medusa/api/admin/product-categories/validators"
import type { Operation } from "../../openapi/operations"
import { categoryAdditionalData } from "./additional-data"

const additional_data = categoryAdditionalData.nullish()

const answer = z.object({
  product_category: z.looseObject({
    id: z.string(),
    name: z.string(),
    handle: z.string(),
    rank: z.number(),
    category_profile: z
      .looseObject({
        image: z.string().nullable(),
        image_alt: z.string().nullable(),
      })
      .nullish(),
    path: z.string().describe("The handles from the root down."),
    level: z.number().describe("0 for a root."),
    product_count: z.number().describe("Of all products in it."),
    total_product_count: z
      .number()
      .describe("With those of everything below it."),
  }),
})

const refused = {
  about:
    "What is wrong, by field: `invalid_name`, `invalid_handle`, `category_name_taken`, `parent_not_found`, `category_inside_itself`.",
}

export const adminCategoryOperations = {
  "POST /admin/product-categories": {
    summary: "Create a category",
    description:
      "Medusa's own route, which here takes `additional_data` with the profile.",
    body: CreateProductCategory.extend({ additional_data }),
    answers: { 200: { about: "The category.", schema: answer }, 400: refused },
  },
  "POST /admin/product-categories/:id": {
    summary: "Change or move a category",
    description:
      "Medusa's own route, which here takes `additional_data`. `parent_category_id` moves it, null to the root; `rank` is its place among its siblings. What is left out stays.",
    body: UpdateProductCategory.extend({ additional_data }),
    answers: {
      200: { about: "The category.", schema: answer },
      400: refused,
      404: { about: "There is no such category." },
    },
  },
} satisfies Record<string, Operation>
