import { z } from "@medusajs/framework/zod"
import {
  AdminCreateProductTag,
  AdminUpdateProductTag,
} from "@medusajs/medusa/api/admin/product-tags/validators"
import type { Operation } from "../../openapi/operations"
import { tagAdditionalData } from "./additional-data"

const additional_data = tagAdditionalData.nullish()

const answer = z.object({
  product_tag: z.looseObject({
    id: z.string(),
    value: z.string(),
    tag_profile: z.looseObject({
      slug: z.string(),
      description: z.string().nullable(),
      rank: z.number(),
      is_visible: z.boolean(),
    }),
    product_count: z.number().describe("Of all products there are."),
  }),
})

const refused = {
  about:
    "What is wrong, by field. `slug_taken`: another tag has this slug. `duplicate`, 422: another has this value.",
}

export const adminTagOperations = {
  "POST /admin/product-tags": {
    summary: "Create a tag",
    description:
      "Medusa's own route, which here takes `additional_data` with the profile. Without a slug one is made of the value.",
    body: AdminCreateProductTag.extend({ additional_data }),
    answers: { 200: { about: "The tag.", schema: answer }, 400: refused },
  },
  "POST /admin/product-tags/:id": {
    summary: "Change a tag",
    description:
      "Medusa's own route, which here takes `additional_data`. What is left out stays, also the slug when the value changes.",
    body: AdminUpdateProductTag.extend({ additional_data }),
    answers: {
      200: { about: "The tag.", schema: answer },
      400: refused,
      404: { about: "There is no such tag." },
    },
  },
} satisfies Record<string, Operation>
