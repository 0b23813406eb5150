import { setTimeout as wait } from "node:timers/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { IDEMPOTENCY_MODULE } from "../../../modules/idempotency"
import type { IdempotencyService } from "../../../modules/idempotency/service"
import type {
  Attempt,
  BeginInput,
  Begun,
} from "../../../modules/idempotency/types"
import { ApiError } from "../errors/api-error"
import { idempotencyKeyOf } from "./key"

/** Longer than the slowest request; a server that died is waited for so long. */
const LEASE_SECONDS = 120
const KEPT_SECONDS = 24 * 60 * 60
const WAIT_MS = 250
const MAX_WAITS = 40
const RETRY_AFTER_SECONDS = 2

export type OnceAnswer<Body> = {
  status: number
  body: Body
  /** Whether repeats get this answer; else they go on from where it stands. */
  final: boolean
}

type Once<Body> = {
  scope: string
  request: unknown
  run(attempt: Attempt | undefined): Promise<OnceAnswer<Body>>
}

const inProgress = () =>
  new ApiError({
    status: 409,
    type: MedusaError.Types.CONFLICT,
    code: "request_in_progress",
    message: "The same request is still being worked on. Repeat it shortly.",
    headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
  })

const reused = () =>
  new ApiError({
    status: 422,
    type: MedusaError.Types.INVALID_DATA,
    code: "idempotency_key_reused",
    message: "This Idempotency-Key was sent with another request before.",
  })

/** Waits a bounded time for somebody else's turn to end. */
async function takeTurn(service: IdempotencyService, input: BeginInput) {
  let begun: Begun = await service.begin(input)
  for (let waits = 0; begun.outcome === "running"; waits++) {
    if (waits === MAX_WAITS) {
      throw inProgress()
    }
    await wait(WAIT_MS)
    begun = await service.begin(input)
  }
  return begun
}

/**
 * Carries a request out once, however often it is sent with one key. Refusals
 * are not kept: the same key may be sent with what was wrong put right.
 */
export async function answerOnce<Body>(
  req: MedusaRequest,
  { scope, request, run }: Once<Body>
): Promise<{ status: number; body: Body; replayed: boolean }> {
  const key = idempotencyKeyOf(req.get("idempotency-key"))
  if (key === undefined) {
    return { ...(await run(undefined)), replayed: false }
  }
  const service: IdempotencyService = req.scope.resolve(IDEMPOTENCY_MODULE)
  const begun = await takeTurn(service, {
    scope,
    key,
    request,
    leaseSeconds: LEASE_SECONDS,
    ttlSeconds: KEPT_SECONDS,
  })
  if (begun.outcome === "reused") {
    throw reused()
  }
  if (begun.outcome === "done") {
    const body = begun.response as Body
    return { status: begun.status_code, body, replayed: true }
  }
  return carryOut(req, service, begun, run)
}

async function carryOut<Body>(
  req: MedusaRequest,
  service: IdempotencyService,
  { attempt }: Extract<Begun, { outcome: "claimed" }>,
  run: Once<Body>["run"]
) {
  const answer = await run(attempt).catch(async (error: unknown) => {
    await service.release(attempt)
    throw error
  })
  const { status, body, final } = answer
  try {
    await (final
      ? service.finish(attempt, { status_code: status, response: body })
      : service.release(attempt))
  } catch (error) {
    // What was asked for is done, and a repeat finds it done.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The answer of ${attempt.id} was not kept. ${String(error)}`)
  }
  return { status, body, replayed: false }
}
