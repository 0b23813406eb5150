import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketByCountry } from "../../../markets"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import { phoneOfOrder } from "../../checkout/plan/contact"
import { openCashOrders, tooManyCashOrders } from "../limits"
import { isCashOrder, readCashOrder } from "../read-cash-order"

export const openCashCollectionStepId = "open-cash-collection"

type OpenCashCollectionInput = {
  order_id: string
  /** Whether the limit of open orders refuses; after the fact it cannot. */
  limited: boolean
}

/**
 * Writes down that the money of a cash order is due. Here the limit of open
 * orders is decided for good; the earlier looks at it only spare the work.
 */
export const openCashCollectionStep = createStep(
  openCashCollectionStepId,
  async ({ order_id, limited }: OpenCashCollectionInput, { container }) => {
    const order = await readCashOrder(container, order_id)
    if (!isCashOrder(order) || Number(order.total) <= 0) {
      return new StepResponse(undefined)
    }
    const country = order.shipping_address?.country_code ?? ""
    const market = marketByCountry(country)
    const phone = phoneOfOrder(order, country)
    const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
    const opened = await desk.openCash(
      {
        order_id,
        currency_code: order.currency_code,
        phone,
        amount_due: order.total,
      },
      {
        max_open: limited ? (market?.cash_limits.open_orders ?? null) : null,
        except: phone ? (await openCashOrders(container, phone)).cancelled : [],
      }
    )
    if (opened === "too_many") {
      throw tooManyCashOrders()
    }
    return new StepResponse(undefined, opened === "opened" ? order_id : null)
  },
  async (order_id, { container }) => {
    if (order_id) {
      const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
      await desk.deleteCashCollections({ order_id })
    }
  }
)
