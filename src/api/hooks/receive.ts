import { createHash } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { EventTopic } from "../../modules/mobile-money/driver"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../modules/mobile-money"
import { killPoint } from "../../lib/kill-point"
import { processProviderEvent } from "../../workflows/payment"
import { ApiError } from "../frame/errors/api-error"
import { stateOf } from "../frame/request-state"

/** A wrong token looks like an address that never was. */
export const unknownAddress = () =>
  new ApiError({
    status: 404,
    type: MedusaError.Types.NOT_FOUND,
    code: "route_not_found",
    message: "There is no such route.",
  })

export type Incoming = {
  driver: string
  topic: EventTopic | "webhook"
  /** What the token in the address was given out for. */
  subject_id: string | null
  /** The same message twice has the same. */
  identity?: string
  body: unknown
}

const keyOf = ({ topic, subject_id, identity, body }: Incoming) =>
  createHash("sha256")
    .update(JSON.stringify([topic, subject_id, identity ?? body]))
    .digest("hex")

/**
 * Stores a message and says so; only then is it worked on. A process that dies
 * in between leaves it to the next one, and a message that comes again is
 * answered as the first was.
 */
export async function receive(
  container: MedusaContainer,
  incoming: Incoming,
  answer: () => void
) {
  const ledger = container.resolve<MobileMoneyService>(MOBILE_MONEY)
  const stored = await ledger.storeEvent({
    driver: incoming.driver,
    topic: incoming.topic,
    subject_id: incoming.subject_id,
    key: keyOf(incoming),
    body: incoming.body,
  })
  killPoint("mobile-money: event stored")
  answer()
  if (stored) {
    await processProviderEvent(container, stored.id).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Message ${stored.id} is left to the retry job: ${reason}`)
    })
  }
}

/** A message from one of the addresses that were given to a provider. */
export async function receiveAt(
  req: MedusaRequest,
  res: MedusaResponse,
  { driver, ...incoming }: Omit<Incoming, "body">
) {
  const ledger = req.scope.resolve<MobileMoneyService>(MOBILE_MONEY)
  const { addresses, acknowledgement } = await ledger.driver(driver)
  if (addresses.length && !addresses.includes(stateOf(req).ip)) {
    throw unknownAddress()
  }
  await receive(req.scope, { driver, ...incoming, body: req.body }, () =>
    res.status(200).json(acknowledgement)
  )
}
