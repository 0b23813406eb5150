import { z } from "@medusajs/framework/zod"

export const searchIndexSchema = z.object({
  search_index: z.object({
    name: z.string(),
    status: z.enum(["pending", "building", "ready", "error"]),
    version: z.number().nullable(),
    documents: z.number(),
    last_run: z
      .object({
        status: z.enum(["pending", "processing", "done", "failed", "canceled"]),
        documents: z.number(),
        started_at: z.string(),
        completed_at: z.string().nullable(),
      })
      .nullable(),
  }),
})
