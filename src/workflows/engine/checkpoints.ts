import { DistributedTransaction } from "@medusajs/framework/orchestration"

type Storage = Parameters<typeof DistributedTransaction.setStorage>[0]

const INSTALLED = Symbol.for("duka.checkpoints")

/** Runs what is about the same key one after the other, in the order it came. */
export function inTurn<A extends [string, ...unknown[]], R>(
  work: (...args: A) => Promise<R>
): (...args: A) => Promise<R> {
  const last = new Map<string, Promise<unknown>>()
  return (...args) => {
    const [key] = args
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(() => work(...args))
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) {
          last.delete(key)
        }
      })
    last.set(key, settled)
    return mine
  }
}

/**
 * A step that ends while a sibling's checkpoint is being written cannot write
 * its own: Medusa's in-memory engine refuses, is asked again three times within
 * half a second, and then gives the whole workflow up where it stands. Nothing
 * is compensated. On a busy server that left an order without its stock behind
 * one refusal in thirty, and the cart locked.
 *
 * Here a second checkpoint of a workflow waits for the first. Each was taken
 * when it was asked for, so the last one written is the newest.
 */
export function saveCheckpointsInTurn(): void {
  const registry = globalThis as { [INSTALLED]?: boolean }
  if (registry[INSTALLED]) {
    return
  }
  registry[INSTALLED] = true
  const setStorage = DistributedTransaction.setStorage.bind(
    DistributedTransaction
  )
  DistributedTransaction.setStorage = (storage: Storage) => {
    storage.save = inTurn(storage.save.bind(storage))
    setStorage(storage)
  }
}
