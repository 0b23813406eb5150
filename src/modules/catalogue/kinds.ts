import { z } from "@medusajs/framework/zod"

/** The longest list of values, and the longest of them. */
const MANY = 50
const LONG = 255

const text = z.string().trim().min(1).max(LONG)

export const flag = z.enum(["true", "false"]).transform((raw) => raw === "true")

export const oneOrMany = z
  .union([text, z.array(text).min(1).max(MANY)])
  .transform((value) => (Array.isArray(value) ? value : [value]))

export const amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, "must be a number from 0")
  .transform(Number)
