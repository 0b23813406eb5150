import {
  signToken,
  type TokenVerdict,
  verifyToken,
} from "../../lib/signed-token"
import { settings } from "../../settings"

const purpose = "order-payment"

/** Long enough to come back and pay, or to see that it was paid. */
const ORDER_TOKEN_SECONDS = 30 * 24 * 60 * 60

/** Lets a guest read the payment of their order, and nothing else. */
export const orderTokenFor = (order_id: string): string =>
  signToken(
    settings.JWT_SECRET,
    { purpose, subject: order_id },
    { ttlSeconds: ORDER_TOKEN_SECONDS }
  )

export const checkOrderToken = (
  token: string,
  order_id: string
): TokenVerdict =>
  verifyToken(settings.JWT_SECRET, token, { purpose, subject: order_id })
