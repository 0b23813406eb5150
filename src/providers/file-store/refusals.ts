import type { MedusaError } from "@medusajs/framework/utils"
import { storeRefused, StoreUnavailable } from "./errors"
import { excerptOf } from "../../lib/outgoing"

const THROTTLED = new Set([420, 429])

/**
 * What a store's answer other than a yes means. The store's own words are
 * passed on only where they are about the file.
 */
export function refusalOf(
  store: string,
  keys: string,
  status: number,
  words: string | undefined
): MedusaError {
  if (status === 401 || status === 403) {
    return new StoreUnavailable(
      `${store} does not accept the shop's key or account (HTTP ${status}). Check ${keys}.`
    )
  }
  if (THROTTLED.has(status)) {
    return new StoreUnavailable(
      `${store} is asked too often, or a limit of the account is reached (HTTP ${status}). Try again in a minute.`
    )
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return storeRefused(
      `${store} does not take this: ${excerptOf(words ?? `HTTP ${status}`)}`
    )
  }
  return new StoreUnavailable(
    `${store} failed (HTTP ${status}). Try again in a minute.`,
    true
  )
}

/** A yes that lacks what says where the file is. */
export const unreadable = (store: string) =>
  new StoreUnavailable(
    `The answer of ${store} cannot be read. Try again in a minute.`,
    true
  )
