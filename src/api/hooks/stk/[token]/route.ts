import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../../modules/mobile-money"
import { hashToken } from "../../../../workflows/payment"
import { receiveAt, unknownAddress } from "../../receive"

/** A provider tells what became of a prompt. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const attempt = await req.scope
    .resolve<MobileMoneyService>(MOBILE_MONEY)
    .attemptBy("token_hash", hashToken(req.params.token))
  if (!attempt) {
    throw unknownAddress()
  }
  await receiveAt(req, res, {
    driver: attempt.driver,
    topic: "payment",
    subject_id: attempt.id,
  })
}
