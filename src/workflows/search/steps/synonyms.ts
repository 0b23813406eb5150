import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  cleanTerms,
  refuseFewTerms,
  refuseTooMany,
  synonymsOf,
} from "../lib/synonyms"

export type SynonymInput = { terms: string[] }

export const createSearchSynonymStepId = "create-search-synonym"

export const createSearchSynonymStep = createStep(
  createSearchSynonymStepId,
  async (input: SynonymInput, { container }) => {
    const terms = cleanTerms(input.terms)
    refuseFewTerms(terms)
    await refuseTooMany(container)
    const made = await synonymsOf(container).createSearchSynonyms({ terms })
    return new StepResponse({ id: made.id }, made.id)
  },
  async (id, { container }) => {
    if (id) {
      await synonymsOf(container).deleteSearchSynonyms(id)
    }
  }
)

export type UpdateSynonymInput = { id: string } & SynonymInput

export const updateSearchSynonymStepId = "update-search-synonym"

export const updateSearchSynonymStep = createStep(
  updateSearchSynonymStepId,
  async ({ id, ...input }: UpdateSynonymInput, { container }) => {
    const terms = cleanTerms(input.terms)
    refuseFewTerms(terms)
    const service = synonymsOf(container)
    const before = await service.retrieveSearchSynonym(id)
    await service.updateSearchSynonyms({ id, terms })
    return new StepResponse({ id }, { id, terms: before.terms })
  },
  async (before, { container }) => {
    if (before) {
      await synonymsOf(container).updateSearchSynonyms(before)
    }
  }
)

export const deleteSearchSynonymStepId = "delete-search-synonym"

export const deleteSearchSynonymStep = createStep(
  deleteSearchSynonymStepId,
  async ({ id }: { id: string }, { container }) => {
    const service = synonymsOf(container)
    await service.retrieveSearchSynonym(id)
    await service.softDeleteSearchSynonyms([id])
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await synonymsOf(container).restoreSearchSynonyms([id])
    }
  }
)
