import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { settings } from "../../../settings"
import type { Rate } from "../../../settings/kinds"
import { networkTest } from "../client-ip"
import { type Counter, counter, memoryCounter } from "./counter"

/** How many accounts behind one address may be logging in at once. */
const ACCOUNTS_PER_ADDRESS = 10
/** Carts that do not exist yet have nobody to be counted for but the address. */
const GUESTS_PER_ADDRESS = 10

const factor =
  settings.NODE_ENV === "production"
    ? 1
    : settings.RATE_LIMIT_DEVELOPMENT_FACTOR

const times = ({ points, seconds }: Rate, by: number): Rate => ({
  points: points * by,
  seconds,
})

const credential = times(settings.RATE_LIMIT_AUTH, factor)
const write = times(settings.RATE_LIMIT_WRITE, factor)

export const isTrusted = networkTest(settings.RATE_LIMIT_TRUSTED)

/**
 * Reads are the many, so each process counts them for itself: the limit
 * protects this process, and costs no question to a store.
 */
export const countRead = memoryCounter(
  "read",
  times(settings.RATE_LIMIT_READ, factor)
)

export type Limits = {
  credential: Counter
  credentialAddress: Counter
  write: Counter
  writeAddress: Counter
}

const create = (knex: () => Knex): Limits => {
  const shared = (name: string, rate: Rate) =>
    counter(name, rate, settings.RATE_LIMIT_STORE, knex)
  return {
    credential: shared("credential", credential),
    credentialAddress: shared(
      "credential-address",
      times(credential, ACCOUNTS_PER_ADDRESS)
    ),
    write: shared("write", write),
    writeAddress: shared("write-address", times(write, GUESTS_PER_ADDRESS)),
  }
}

const created = new WeakMap<object, Limits>()

/** Made at the first request, when there is a database to count in. */
export function limitsOf(scope: MedusaContainer): Limits {
  const knex = scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const known = created.get(knex)
  if (known) {
    return known
  }
  const limits = create(() => knex)
  created.set(knex, limits)
  return limits
}

/** Of fixed length, and no address or e-mail stands in the store. */
export const keyOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 27)
