import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  EventTopic,
  ProviderMessage,
  References,
} from "../../../modules/mobile-money/driver"
import type {
  AttemptRow,
  EventRow,
} from "../../../modules/mobile-money/ledger/rows"
import type { Handled } from "./handled"
import { fail, findOut, settle } from "./find-out"
import { placeReceipt } from "./place-receipt"
import { handleWebhook } from "./read-webhook"
import { mobileMoney } from "./resolve"
import { finishReturn } from "./return-money"

const ACTOR = "provider"

type Message<Kind extends ProviderMessage["kind"]> = Extract<
  ProviderMessage,
  { kind: Kind }
>

/** Works on one stored message of a provider. It may run twice. */
export async function handleEvent(
  container: MedusaContainer,
  event: EventRow
): Promise<Handled> {
  if (event.topic === "webhook") {
    return handleWebhook(container, event)
  }
  const driver = await mobileMoney(container).driver(event.driver)
  const message = driver.read(event.topic as EventTopic, event.body)
  switch (message.kind) {
    case "paid":
    case "failed":
    case "unclear":
      return aboutAttempt(container, event, message)
    case "receipt":
      return placeReceipt(container, event.driver, message)
    case "returned":
    case "return_failed":
      return aboutReturn(container, event, message)
    case "unreadable":
      return { park: message.detail }
  }
}

async function aboutAttempt(
  container: MedusaContainer,
  event: EventRow,
  message: Message<"paid" | "failed" | "unclear">
): Promise<Handled> {
  const ledger = mobileMoney(container)
  const known = await ledger.attemptBy("id", event.subject_id ?? "")
  if (!known) {
    return { park: "It is about no attempt of ours." }
  }
  if (differs(known, message)) {
    return {
      park: `It is about ${message.provider_reference}, but its address was given out for ${known.provider_reference}.`,
    }
  }
  // The answer of a phone can be faster than the answer to the question.
  const attempt = known.provider_reference
    ? known
    : await ledger.noteAsked(known.id, { outcome: "asked", ...message })
  const from = { actor: ACTOR, source: "callback" as const }
  if (message.kind === "failed") {
    await fail(container, attempt, message, ACTOR)
    return { done: "failed" }
  }
  if (message.kind === "unclear") {
    const found = await findOut(container, attempt, from)
    return conclude(found, message.detail)
  }
  const { receipt, amount, currency_code } = message
  if (amount !== Number(attempt.amount)) {
    // No question needed: it is not what was asked for.
    const proof = { attempt_id: attempt.id, receipt, amount, currency_code }
    return { done: await settle(container, { ...proof, ...from }) }
  }
  const hint = { receipt, amount, currency_code }
  const found = await findOut(container, attempt, { hint, ...from })
  if (found === "failed") {
    await ledger.reportDifference({
      driver: attempt.driver,
      kind: "contradiction",
      reference: `${attempt.id} ${receipt}`,
      attempt_id: attempt.id,
      amount,
      currency_code,
      detail: { receipt },
    })
  }
  return conclude(
    found,
    found === "failed"
      ? "The message says paid, the provider's own answer says it is not."
      : "The provider does not confirm it yet."
  )
}

function conclude(found: string, detail: string): Handled {
  return ["pending", "unknown", "busy", "failed"].includes(found)
    ? { later: detail }
    : { done: found }
}

const differs = (attempt: AttemptRow, said: References) =>
  (attempt.provider_reference !== null &&
    attempt.provider_reference !== said.provider_reference) ||
  (attempt.request_reference !== null &&
    said.request_reference !== undefined &&
    attempt.request_reference !== said.request_reference)

async function aboutReturn(
  container: MedusaContainer,
  event: EventRow,
  message: Message<"returned" | "return_failed">
): Promise<Handled> {
  const id = event.subject_id ?? ""
  await finishReturn(
    container,
    id,
    message.kind === "returned"
      ? { state: "done", receipt: message.receipt }
      : { state: "failed", error: message.detail }
  )
  return { done: message.kind }
}
