import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createSearchSynonymStep,
  deleteSearchSynonymStep,
  type SynonymInput,
  type UpdateSynonymInput,
  updateSearchSynonymStep,
} from "../steps/synonyms"

/**
 * Terms that mean the same from the next search on: nothing is indexed anew.
 *
 * @property hooks.searchSynonymCreated - Gets `{ id }`; an error takes it back.
 */
export const createSearchSynonymWorkflow = createWorkflow(
  "create-search-synonym",
  (input: WorkflowData<SynonymInput>) => {
    const made = createSearchSynonymStep(input)
    const searchSynonymCreated = createHook("searchSynonymCreated", made)
    return new WorkflowResponse(made, { hooks: [searchSynonymCreated] })
  }
)

/** @property hooks.searchSynonymUpdated - Gets `{ id }`; an error takes it back. */
export const updateSearchSynonymWorkflow = createWorkflow(
  "update-search-synonym",
  (input: WorkflowData<UpdateSynonymInput>) => {
    const changed = updateSearchSynonymStep(input)
    const searchSynonymUpdated = createHook("searchSynonymUpdated", changed)
    return new WorkflowResponse(changed, { hooks: [searchSynonymUpdated] })
  }
)

/** @property hooks.searchSynonymDeleted - Gets `{ id }`; an error brings it back. */
export const deleteSearchSynonymWorkflow = createWorkflow(
  "delete-search-synonym",
  (input: WorkflowData<{ id: string }>) => {
    const gone = deleteSearchSynonymStep(input)
    const searchSynonymDeleted = createHook("searchSynonymDeleted", gone)
    return new WorkflowResponse(gone, { hooks: [searchSynonymDeleted] })
  }
)
