import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../openapi/operations"
import { productAdditionalData, variantAdditionalData } from "./additional-data"

const batchOf = (additional: z.ZodRawShape) => {
  const item = z.looseObject({
    additional_data: z.object(additional).strict().optional(),
  })
  return z.object({
    create: z.array(item).optional(),
    update: z.array(item.extend({ id: z.string() })).optional(),
    delete: z.array(z.string()).optional(),
  })
}

const batchAnswer = z.object({
  created: z.array(z.looseObject({ id: z.string() })),
  updated: z.array(z.looseObject({ id: z.string() })),
  deleted: z.object({
    ids: z.array(z.string()),
    object: z.string(),
    deleted: z.boolean(),
  }),
})

export const adminProductOperations = {
  "POST /admin/products/batch": {
    summary: "Create, update and delete products",
    description:
      "Medusa's own route, which here takes `additional_data` with the profile in each item. All of it happens or nothing.",
    body: batchOf(productAdditionalData),
    answers: { 200: { about: "What was done.", schema: batchAnswer } },
  },
  "POST /admin/products/:id/variants/batch": {
    summary: "Create, update and delete variants",
    description:
      "Medusa's own route, which here takes `additional_data` in each item.",
    body: batchOf(variantAdditionalData),
    answers: { 200: { about: "What was done.", schema: batchAnswer } },
  },
} satisfies Record<string, Operation>
