import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import type { Back, Chosen } from "../../../modules/mobile-money/ledger/choices"
import { patience } from "../../payment"
import {
  alreadyPaid,
  changedMeanwhile,
  notPayable,
  undecided,
} from "../lib/refusals"
import type { PayWork } from "../lib/types"

export const chooseMethodStepId = "choose-payment-method"

const ACTOR = "shopper"

type Refused = Exclude<Chosen, { chosen: unknown }>

function refusal(refused: Refused) {
  switch (refused.refused) {
    case "ended":
      return refused.state === "paid" || refused.state === "settling"
        ? alreadyPaid()
        : notPayable()
    case "time_over":
      return notPayable()
    case "changed":
      return changedMeanwhile()
    case "busy":
      return undecided(5)
    case "undecided":
      return undecided(refused.seconds)
  }
}

/**
 * From here on the order waits for the other method. The row decides against
 * money that comes in the same moment, and against another choice.
 */
export const chooseMethodStep = createStep(
  chooseMethodStepId,
  async (
    { order_id, from, payment, changes, paid }: PayWork,
    { container }
  ) => {
    // A new session for the same card also needs the row's word.
    const chooses = changes || payment.kind === "card"
    if (paid || !chooses) {
      return new StepResponse(undefined, null)
    }
    const ledger = container.resolve<MobileMoneyService>(MOBILE_MONEY)
    const awaited = await ledger.awaitedOf(order_id)
    if (!awaited) {
      throw notPayable()
    }
    const choice = {
      awaited_id: awaited.id,
      from,
      to: payment.method,
      actor: ACTOR,
    }
    const answer = await ledger.chooseMethod({
      ...choice,
      endless: payment.kind === "cash",
      patience: patience.unanswered,
    })
    if ("refused" in answer) {
      throw refusal(answer)
    }
    killPoint("payment: method chosen")
    const back: Back = { ...choice, ...answer.chosen }
    return new StepResponse(undefined, back)
  },
  async (back, { container }) => {
    if (back) {
      await container.resolve<MobileMoneyService>(MOBILE_MONEY).chooseBack(back)
    }
  }
)
