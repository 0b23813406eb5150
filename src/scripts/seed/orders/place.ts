import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { places, shippingServices } from "../places"
import { currencyOf, type OrderPlan } from "./plan"
import type { Surroundings } from "./surroundings"

/** Under this key an order remembers which of the plan's orders it is. */
export const MARKER = "demo_order"

/** The order as a shopper would have placed it, dated in the past. */
export async function placeOrder(
  container: MedusaContainer,
  plan: OrderPlan,
  { regions, salesChannelId, variants, customers, shipping }: Surroundings
): Promise<string> {
  const { person, market, at } = plan
  const currency = currencyOf(market)
  const service = shippingServices.find(({ code }) => code === plan.shipping)
  const address = {
    first_name: person.first_name,
    last_name: person.last_name,
    phone: person.phone,
    ...person.address,
  }
  const { result } = await createOrderWorkflow(container).run({
    input: {
      region_id: regions[market],
      sales_channel_id: salesChannelId,
      currency_code: currency,
      email: person.email,
      customer_id: plan.isCustomer ? customers.get(person.email) : undefined,
      shipping_address: address,
      billing_address: address,
      items: plan.items.map(({ sku, title, quantity }) => ({
        title,
        // The workflow asks the price lists for it.
        unit_price: undefined as never,
        variant_id: variants.get(sku)?.id ?? "",
        quantity,
      })),
      shipping_methods: [
        {
          name: service?.name ?? places[market].location,
          amount: service?.prices[currency] ?? 0,
          shipping_option_id: shipping[market][plan.shipping],
        },
      ],
      promo_codes: plan.coupon ? [plan.coupon] : [],
      no_notification: true,
      metadata: { [MARKER]: plan.number },
      ...{ created_at: at.placed },
    },
  })
  return result.id
}
