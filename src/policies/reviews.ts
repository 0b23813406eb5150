import { definePolicies } from "@medusajs/framework/utils"

/** Who may see all reviews, who decides what is shown, who deletes. */
export const reviewPolicies = definePolicies([
  {
    name: "ReadReview",
    resource: "review",
    operation: "read",
    description: "See reviews, those that wait as well",
  },
  {
    name: "UpdateReview",
    resource: "review",
    operation: "update",
    description: "Approve and reject reviews, answer them",
  },
  {
    name: "DeleteReview",
    resource: "review",
    operation: "delete",
    description: "Delete reviews",
  },
])
