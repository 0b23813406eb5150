import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import { authorName } from "../lib/author-name"

export const forgetCustomersStepId = "forget-review-authors"

/** Cannot be taken back, and must not be: the customer is gone. */
export const forgetCustomersStep = createStep(
  forgetCustomersStepId,
  async (ids: string[], { container }) => {
    await container.resolve<ReviewService>(REVIEW_MODULE).forgetCustomers(ids)
    return new StepResponse(undefined)
  }
)

export const renameAuthorsStepId = "rename-review-authors"

/** Reads the name itself, so the last run is right in whatever order. */
export const renameAuthorsStep = createStep(
  renameAuthorsStepId,
  async (ids: string[], { container }) => {
    const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
    const customers = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers(
        { id: ids },
        { select: ["id", "first_name", "last_name"], take: null }
      )
    for (const customer of customers) {
      await reviews.renameAuthor(customer.id, authorName(customer))
    }
    return new StepResponse(undefined)
  }
)

const A_PAGE = 500

export const findGoneAuthorsStepId = "find-gone-review-authors"

/** Customers that were deleted while nobody listened. */
export const findGoneAuthorsStep = createStep(
  findGoneAuthorsStepId,
  async (_: void, { container }) => {
    const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
    const gone: string[] = []
    let after = ""
    for (;;) {
      const page = await reviews.customersAfter(after, A_PAGE)
      if (page.length === 0) {
        return new StepResponse(gone)
      }
      const ids = page.map(({ customer_id }) => customer_id)
      const there = await container
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: ids }, { select: ["id"], take: null })
      const known = new Set(there.map(({ id }) => id))
      gone.push(...ids.filter((id) => !known.has(id)))
      after = ids[ids.length - 1]
    }
  }
)
