import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import { finishSession } from "../../payment"
import { Refusal } from "../../refusal"
import { paidOtherwise } from "./find-cash-to-collect"

export const takeWaitStepId = "take-wait-for-cash"
export const endWaitStepId = "end-wait-with-cash"

const ACTOR = "staff"

type Held = { awaited_id: string; session_id: string; method: string }

const ended = (state: string) =>
  state === "paid" || state === "settling"
    ? paidOtherwise()
    : new Refusal("order_canceled", "This order was cancelled.", {
        kind: "NOT_ALLOWED",
      })

/**
 * An order that may also be paid by phone or card takes its money once: who
 * comes second goes back. It answers null for an order that waits for cash only.
 */
export const takeWaitStep = createStep(
  takeWaitStepId,
  async (
    { order_id, session_id }: { order_id: string; session_id: string },
    { container }
  ) => {
    const ledger = container.resolve<MobileMoneyService>(MOBILE_MONEY)
    const awaited = await ledger.awaitedOf(order_id)
    if (!awaited) {
      return new StepResponse(null)
    }
    const { taken, state } = await ledger.takeSession({
      awaited_id: awaited.id,
      session_id,
      method: "cash",
      actor: ACTOR,
    })
    if (taken === "ended") {
      throw ended(state)
    }
    const held: Held = {
      awaited_id: awaited.id,
      session_id,
      method: awaited.driver,
    }
    return new StepResponse(held, taken === "settle" ? held : null)
  },
  async (held, { container }) => {
    if (held) {
      await container
        .resolve<MobileMoneyService>(MOBILE_MONEY)
        .giveUpSession(held)
    }
  }
)

/** The money is booked: other ways of paying are shut, everybody is told. */
export const endWaitStep = createStep(
  endWaitStepId,
  async (held: Held | null, { container }) => {
    if (held) {
      const { awaited_id, session_id } = held
      await finishSession(container, awaited_id, session_id, ACTOR)
    }
    return new StepResponse(undefined)
  }
)
