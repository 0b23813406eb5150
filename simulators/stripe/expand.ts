import type { Account } from "./account"
import { invalid } from "./errors"

type Lookup = (account: Account, id: string) => unknown

const LOOKUPS: Record<string, Lookup> = {
  payment_method: (account, id) => account.methods.find(id)?.method,
  latest_charge: (account, id) => account.charges.find(id),
  charge: (account, id) => account.charges.find(id),
  customer: (account, id) => account.customers.find(id),
  payment_intent: (account, id) => account.intents.find(id),
}

/** Puts the object in the place of its id: `expand[]=payment_method`. */
export function expand(
  account: Account,
  value: object,
  paths: string[]
): object {
  const copy: Record<string, unknown> = { ...value }
  for (const path of paths) {
    const [head, ...rest] = path.split(".")
    if (head === "data" && Array.isArray(copy.data) && rest.length) {
      const inner = [rest.join(".")]
      copy.data = copy.data.map((row: object) => expand(account, row, inner))
      continue
    }
    const lookup = Object.hasOwn(LOOKUPS, head) ? LOOKUPS[head] : undefined
    if (!lookup || !(head in copy)) {
      throw invalid(`This property cannot be expanded (${path}).`, {
        param: "expand",
      })
    }
    const id = copy[head]
    const found = typeof id === "string" ? lookup(account, id) : id
    copy[head] =
      found && rest.length
        ? expand(account, found as object, [rest.join(".")])
        : (found ?? id)
  }
  return copy
}
