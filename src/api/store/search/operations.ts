import type { Operation } from "../../openapi/operations"
import { StoreGetSuggestionsParams } from "./suggestions/validators"
import { suggestionsSchema } from "./suggestions/view"

export const storeSearchOperations: Readonly<Record<string, Operation>> = {
  "GET /store/search/suggestions": {
    summary: "What somebody who types may mean",
    description:
      "At most five products, three categories and two brands, of the caller's channels.",
    query: StoreGetSuggestionsParams,
    answers: {
      200: { about: "The best first.", schema: suggestionsSchema },
    },
  },
}
