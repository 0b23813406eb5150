import { z } from "@medusajs/framework/zod"

const alt = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .describe("What it shows, for who cannot see it.")

export const AdminPostProductImages = z
  .object({
    images: z
      .array(
        z
          .object({
            url: z
              .url({ protocol: /^https?$/ })
              .max(2048)
              .describe("Where the file is, as the upload answered."),
            alt: alt.optional(),
          })
          .strict()
      )
      .min(1)
      .max(20),
  })
  .strict()

export const AdminPostProductImage = z
  .object({
    alt: alt.optional(),
    rank: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .describe("Its place among the images, from 0."),
    primary: z
      .literal(true)
      .optional()
      .describe("Makes it the primary image of the product."),
    primary_of: z
      .array(z.string().min(1).max(255))
      .min(1)
      .max(100)
      .optional()
      .describe("Variants whose primary image it becomes."),
  })
  .strict()
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), {
    message: "Nothing is to be changed.",
  })

export type AdminPostProductImagesBody = z.infer<typeof AdminPostProductImages>
export type AdminPostProductImageBody = z.infer<typeof AdminPostProductImage>

export const adminProductImagesResponseSchema = z.object({
  images: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      alt: z.string().nullable(),
      rank: z.number(),
      is_primary: z.boolean(),
      variant_ids: z
        .array(z.string())
        .describe("Variants it is kept for; none means all of them."),
      primary_of: z
        .array(z.string())
        .describe("Variants it is the primary image of."),
    })
  ),
})

export const adminProductImageDeletedSchema = z.object({
  id: z.string(),
  object: z.literal("product_image"),
  deleted: z.literal(true),
})

export type AdminProductImagesResponse = z.infer<
  typeof adminProductImagesResponseSchema
>
export type AdminProductImageDeleted = z.infer<
  typeof adminProductImageDeletedSchema
>
