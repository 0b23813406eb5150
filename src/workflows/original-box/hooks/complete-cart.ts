import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  bindOrderBoxes,
  type BoundOrder,
  unbindOrderBoxes,
} from "../order/bind"
import { beforePaymentAuthorization } from "../upstream"

beforePaymentAuthorization<BoundOrder | null>(
  async ({ input }, { container }) =>
    new StepResponse(undefined, await bindOrderBoxes(container, input.id)),
  async (written, { container }) => {
    if (written) {
      await unbindOrderBoxes(container, written)
    }
  }
)
