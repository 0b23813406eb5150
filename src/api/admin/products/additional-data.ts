import { z } from "@medusajs/framework/zod"
import {
  ENTRY_MAX,
  LIST_MAX,
  profileLimits,
} from "../../../modules/product-profile/limits"

/** null empties it. */
const text = (name: keyof typeof profileLimits) =>
  z.string().trim().min(1).max(profileLimits[name]).nullable()

const entry = z.string().trim().min(1).max(ENTRY_MAX)

const profile = z
  .object({
    brand: text("brand"),
    short_description: text("short_description"),
    meta_title: text("meta_title"),
    meta_description: text("meta_description"),
    features: z.array(entry).max(LIST_MAX),
    specifications: z
      .array(z.object({ name: entry, value: entry }).strict())
      .max(LIST_MAX),
    has_warranty: z.boolean(),
    warranty: text("warranty"),
    video_url: z
      .url({ protocol: /^https?$/, error: "must be a web address" })
      .max(profileLimits.video_url)
      .nullable(),
    featured: z.boolean(),
    low_stock_threshold: z.int().min(0).max(1_000_000).nullable(),
    sku_prefix: z
      .string()
      .regex(
        /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/,
        "must be letters, digits and single hyphens between them"
      )
      .max(profileLimits.sku_prefix)
      .nullable(),
    cost_price: z
      .object({
        amount: z.number().min(0).max(1_000_000_000_000),
        currency_code: z.string().regex(/^[a-z]{3}$/, "must be like kes"),
      })
      .strict()
      .nullable()
      .describe("For staff alone; no answer to a shopper holds it."),
  })
  .partial()
  .strict()

const variantProfile = z
  .object({
    active: z
      .boolean()
      .describe("An inactive variant is neither shown nor sold."),
  })
  .partial()
  .strict()

/**
 * What core's product and variant routes take as `additional_data`. A plugin
 * adds its key here: Medusa asks one validator for each route.
 */
export const productAdditionalData = { profile: profile.optional() }
export const variantAdditionalData = { profile: variantProfile.optional() }
