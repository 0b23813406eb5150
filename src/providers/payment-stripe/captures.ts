import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, MathBN } from "@medusajs/framework/utils"

type Capture = { id: string; raw_amount: BigNumberInput }

/** The Payment module's own service, as far as it is needed here. */
export type CaptureService = {
  retrieve(
    id: string,
    config: { relations: string[] }
  ): Promise<
    Capture & { payment: { currency_code: string; captures: Capture[] } }
  >
}

export type CaptureFacts = {
  /** What this capture is to take. */
  amount: BigNumberInput
  /** What all captures of the payment are to take, this one included. */
  total: BigNumberInput
  currency: string
}

/**
 * The Payment module tells a provider to capture, but not how much. It has
 * committed the capture's row before, though, and names it in the idempotency
 * key, so the amount is read there.
 */
export async function readCapture(
  captures: CaptureService,
  id: string
): Promise<CaptureFacts> {
  const { raw_amount, payment } = await captures.retrieve(id, {
    relations: ["payment.captures"],
  })
  const total = payment.captures.reduce(
    (sum, capture) => MathBN.add(sum, new BigNumber(capture.raw_amount)),
    MathBN.convert(0)
  )
  return {
    amount: new BigNumber(raw_amount),
    total,
    currency: payment.currency_code,
  }
}
