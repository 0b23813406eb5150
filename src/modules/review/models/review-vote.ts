import { model } from "@medusajs/framework/utils"
import { Review } from "./review"

/** One customer found one review helpful. */
export const ReviewVote = model
  .define("review_vote", {
    id: model.id({ prefix: "revvote" }).primaryKey(),
    review: model.belongsTo(() => Review, { mappedBy: "votes" }),
    /** Null once the customer is gone; the vote still counts. */
    customer_id: model.text().nullable(),
  })
  .indexes([
    { on: ["review_id", "customer_id"], unique: true },
    { on: ["customer_id"] },
  ])
