import { model } from "@medusajs/framework/utils"
import { MAX_TITLE, reviewStatuses } from "../types"
import { ReviewVote } from "./review-vote"

/** What one customer says about one product of one order. */
export const Review = model
  .define("review", {
    id: model.id({ prefix: "rev" }).primaryKey(),
    product_id: model.text(),
    /** Null once the customer is gone; the opinion stays. */
    customer_id: model.text().nullable(),
    /** Null for a review without a purchase. */
    order_id: model.text().nullable(),
    /** First name and initial, as everybody may read it. */
    author_name: model.text().searchable().nullable(),
    rating: model.number(),
    title: model.text().searchable().nullable(),
    comment: model.text().searchable().nullable(),
    verified: model.boolean().default(false),
    status: model.enum([...reviewStatuses]).default("pending"),
    /** Goes up with every change but a vote. */
    version: model.number().default(1),
    helpful_count: model.number().default(0),
    edited_at: model.dateTime().nullable(),
    moderated_at: model.dateTime().nullable(),
    moderated_by: model.text().nullable(),
    rejection_reason: model.text().nullable(),
    reply: model.text().nullable(),
    replied_at: model.dateTime().nullable(),
    replied_by: model.text().nullable(),
    votes: model.hasMany(() => ReviewVote, { mappedBy: "review" }),
  })
  .indexes([
    {
      on: ["customer_id", "product_id", "order_id"],
      unique: true,
      where: "order_id is not null",
    },
    {
      name: "IDX_review_without_order_unique",
      on: ["customer_id", "product_id"],
      unique: true,
      where: "order_id is null",
    },
    { on: ["customer_id", "created_at"] },
    { on: ["product_id", "status", "created_at"] },
    { on: ["product_id", "status", "rating"] },
    { on: ["product_id", "status", "helpful_count"] },
    { on: ["status", "created_at"] },
  ])
  .checks([
    {
      name: "review_rating_check",
      expression: ({ rating }) => `${rating} between 1 and 5`,
    },
    {
      name: "review_title_check",
      expression: ({ title }) => `char_length(${title}) <= ${MAX_TITLE}`,
    },
  ])
