import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  MOBILE_MONEY,
  type MobileMoneyService,
} from "../../../../modules/mobile-money"
import { isAnnouncementToken } from "../../../../workflows/payment"
import { receiveAt, unknownAddress } from "../../receive"

/** A provider announces money that no prompt of ours may have asked for. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { driverNames } = req.scope.resolve<MobileMoneyService>(MOBILE_MONEY)
  const driver = driverNames.find((name) =>
    isAnnouncementToken(name, req.params.token)
  )
  if (!driver) {
    throw unknownAddress()
  }
  await receiveAt(req, res, { driver, topic: "receipt", subject_id: null })
}
