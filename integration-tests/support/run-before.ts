import { WorkflowManager } from "@medusajs/framework/orchestration"
import { onTestEnd } from "./resources"

type Handler = {
  invoke?: (args: unknown) => unknown
  compensate?: (args: unknown) => unknown
}

type Registered = { handlers_: Map<string, Handler> }

/**
 * Forces an interleaving: the next time a workflow comes to the step, `race`
 * runs first and to its end, then the step. It happens once and is undone
 * after the test. Needs Medusa in this process, so `bootApp` comes first.
 *
 * A step renamed with `.config({ name })` is known by its new name; a workflow
 * inside another is the step `<workflow id>-as-step`. A step id that several
 * workflows use can be narrowed to one of them with `workflow`.
 */
export function runBefore(
  stepId: string,
  race: () => Promise<unknown>,
  { workflow }: { workflow?: string } = {}
) {
  const workflows: Map<string, Registered> = WorkflowManager.getWorkflows()
  let pending = true
  let found = false
  for (const [id, { handlers_: handlers }] of workflows) {
    const original = handlers.get(stepId)
    if (!original?.invoke || (workflow && workflow !== id)) {
      continue
    }
    found = true
    const { invoke } = original
    // Runs copy their handlers from this map, or read it directly.
    handlers.set(stepId, {
      ...original,
      invoke: async (args) => {
        if (pending) {
          // First of all: the race may come to this very step.
          pending = false
          await race()
        }
        return invoke(args)
      },
    })
    onTestEnd(() => handlers.set(stepId, original))
  }
  if (!found) {
    throw new Error(
      `No ${workflow ?? "workflow"} has a step "${stepId}". Boot the app first, and use the step's id, not the name of its function.`
    )
  }
  return { happened: () => !pending }
}
