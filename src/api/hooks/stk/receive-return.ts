import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../modules/mobile-money"
import { hashToken } from "../../../workflows/payment"
import { receiveAt, unknownAddress } from "../receive"

export async function receiveReturn(
  req: MedusaRequest,
  res: MedusaResponse,
  topic: "return" | "return_timeout"
) {
  const found = await req.scope
    .resolve<MobileMoneyService>(MOBILE_MONEY)
    .returnBy("token_hash", hashToken(req.params.token))
  if (!found) {
    throw unknownAddress()
  }
  await receiveAt(req, res, {
    driver: found.driver,
    topic,
    subject_id: found.id,
  })
}
