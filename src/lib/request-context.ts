import { AsyncLocalStorage } from "node:async_hooks"

/** What every line logged while a request is answered can say about it. */
export type RequestContext = {
  readonly requestId: string
}

const storage = new AsyncLocalStorage<RequestContext>()

export const runInContext = <T>(context: RequestContext, run: () => T): T =>
  storage.run(context, run)

export const currentContext = (): RequestContext | undefined =>
  storage.getStore()
