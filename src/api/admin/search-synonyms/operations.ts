import { z } from "@medusajs/framework/zod"
import type { Operation } from "../../openapi/operations"
import { searchIndexSchema } from "../search-indexes/view"
import {
  AdminGetSearchSynonymsParams,
  AdminPostSearchSynonym,
} from "./validators"
import { searchSynonymAnswerSchema, searchSynonymsSchema } from "./view"

const few = { about: "`synonym_needs_two`: the terms are one and the same." }
const missing = { about: "There is no such group." }

/** Words that mean the same, and how the index is. */
export const adminSearchOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/search-synonyms": {
    summary: "Groups of synonyms, newest first",
    query: AdminGetSearchSynonymsParams,
    answers: {
      200: { about: "A page of them.", schema: searchSynonymsSchema },
    },
  },
  "POST /admin/search-synonyms": {
    summary: "Terms that mean the same",
    description: "They hold from the next search on.",
    body: AdminPostSearchSynonym,
    answers: {
      201: { about: "It is made.", schema: searchSynonymAnswerSchema },
      400: few,
    },
  },
  "POST /admin/search-synonyms/:id": {
    summary: "Change a group",
    body: AdminPostSearchSynonym,
    answers: {
      200: { about: "As it is now.", schema: searchSynonymAnswerSchema },
      400: few,
      404: missing,
    },
  },
  "DELETE /admin/search-synonyms/:id": {
    summary: "Delete a group",
    answers: {
      200: {
        about: "It is gone.",
        schema: z.object({
          id: z.string(),
          object: z.literal("search_synonym"),
          deleted: z.literal(true),
        }),
      },
      404: missing,
    },
  },
  "GET /admin/search-indexes/:id": {
    summary: "How a search index is",
    description:
      "How many documents it holds, and how it was last filled. `POST /admin/search-indexes/:id/reindex`, of core, fills it anew.",
    answers: {
      200: { about: "As it is now.", schema: searchIndexSchema },
      404: { about: "There is no such index." },
    },
  },
}
