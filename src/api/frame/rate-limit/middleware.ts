import type { ServerResponse } from "node:http"
import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { addressKey } from "../client-ip"
import { ApiError } from "../errors/api-error"
import { rateLimited } from "../observe/metrics"
import { type RequestState, stateOf } from "../request-state"
import { classify, type RateClass } from "./classify"
import type { Verdict } from "./counter"
import { countRead, isTrusted, keyOf, limitsOf } from "./limits"

const announce = (response: ServerResponse, verdict: Verdict) => {
  response.setHeader("RateLimit-Limit", verdict.limit)
  response.setHeader("RateLimit-Remaining", verdict.remaining)
  response.setHeader("RateLimit-Reset", verdict.reset)
}

const refusal = (kind: RateClass["kind"], { reset }: Verdict): ApiError => {
  rateLimited.inc({ class: kind })
  return new ApiError({
    status: 429,
    type: MedusaError.Types.NOT_ALLOWED,
    code: "rate_limited",
    message: `Too many requests. Try again in ${reset} seconds.`,
    headers: { "Retry-After": String(reset) },
  })
}

/** Every request to the shop, staff and log-in routes, by address. */
export async function limitByAddress(
  request: MedusaRequest,
  response: MedusaResponse,
  state: RequestState
): Promise<ApiError | undefined> {
  const { kind } = classify(request.method, state)
  if (kind === "free" || request.method === "OPTIONS" || isTrusted(state.ip)) {
    return undefined
  }
  const verdict = await countRead(addressKey(state.ip))
  announce(response, verdict)
  return verdict.allowed ? undefined : refusal("read", verdict)
}

const ACCOUNT_FIELDS = ["email", "identifier", "phone", "entity_id", "username"]

function accountOf(request: MedusaRequest): string {
  const actor = (request as AuthenticatedMedusaRequest).auth_context?.actor_id
  if (actor) {
    return actor
  }
  const body = request.body as Record<string, unknown> | undefined
  for (const field of ACCOUNT_FIELDS) {
    const value = body?.[field]
    if (typeof value === "string" && value) {
      return value.trim().toLowerCase()
    }
  }
  return ""
}

const cartIn = (request: MedusaRequest): string | undefined => {
  const named = (request.body as { cart_id?: unknown } | undefined)?.cart_id
  return typeof named === "string" && named ? named : undefined
}

/** Whose guesses of coupons they are, when nobody is logged in. */
const basketOf = (request: MedusaRequest, path: string) =>
  /^\/store\/carts\/([^/]+)/.exec(path)?.[1] ?? cartIn(request) ?? ""

const strictest = (verdicts: Verdict[]): Verdict =>
  verdicts.reduce((strict, verdict) =>
    strict.allowed !== verdict.allowed
      ? strict.allowed
        ? verdict
        : strict
      : verdict.remaining < strict.remaining
        ? verdict
        : strict
  )

async function countCredential(
  request: MedusaRequest,
  { path, ip }: RequestState,
  purpose: string
): Promise<Verdict> {
  const limits = limitsOf(request.scope)
  const trusted = isTrusted(ip)
  const address = trusted ? "trusted" : addressKey(ip)
  const account =
    accountOf(request) || (purpose === "coupon" ? basketOf(request, path) : "")
  const pair = limits.credential(keyOf(purpose, account, address))
  return trusted
    ? pair
    : strictest(
        await Promise.all([
          pair,
          limits.credentialAddress(keyOf(purpose, address)),
        ])
      )
}

async function countWrite(
  request: MedusaRequest,
  { ip }: RequestState,
  cart: string | undefined
): Promise<Verdict | undefined> {
  if (isTrusted(ip)) {
    return undefined
  }
  const limits = limitsOf(request.scope)
  const actor = (request as AuthenticatedMedusaRequest).auth_context?.actor_id
  const owner = actor ?? cart ?? cartIn(request)
  return owner
    ? limits.write(keyOf(owner.toLowerCase()))
    : limits.writeAddress(keyOf(addressKey(ip)))
}

/** Log-ins, codes and shop writes, once it is known who sends them. */
export async function limitByPerson(
  request: MedusaRequest,
  response: MedusaResponse
): Promise<ApiError | undefined> {
  const state = stateOf(request)
  const found = classify(request.method, state)
  if (found.kind === "free" || found.kind === "read") {
    return undefined
  }
  const verdict =
    found.kind === "credential"
      ? await countCredential(request, state, found.purpose)
      : await countWrite(request, state, found.owner)
  if (!verdict) {
    return undefined
  }
  announce(response, verdict)
  return verdict.allowed ? undefined : refusal(found.kind, verdict)
}
