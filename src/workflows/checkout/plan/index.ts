import type {
  CreateAddressDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { settings } from "../../../settings"
import { refuseManyCashOrders } from "../../cash/limits"
import { refuseChangedBoxes } from "../../original-box/cart/keep"
import { Refusal } from "../../refusal"
import type { CheckoutDecision, CheckoutInput, CheckoutPlan } from "../types"
import { marketOfAddress, normalAddress, normalBilling } from "./address"
import { checkCodes } from "./codes"
import { contactOf, NOTE_KEY, PHONE_KEY } from "./contact"
import { checkLines } from "./lines"
import { paymentOf } from "./payment"
import {
  isSameAddress,
  linesOfCart,
  type PlanCart,
  readCart,
  readCustomer,
  readOrderOfCart,
  readRegion,
  readSalesChannel,
  readSavedAddress,
  writtenAddress,
} from "./read"

async function shippingAddress(
  container: MedusaContainer,
  input: CheckoutInput,
  cart: PlanCart | undefined
) {
  const address = input.address_id
    ? await readSavedAddress(
        container,
        input.address_id,
        input.caller.customer_id
      )
    : (input.shipping_address ?? writtenAddress(cart?.shipping_address))
  if (!address) {
    throw new Refusal("address_required", "Where should it be delivered?", {
      details: [{ field: "shipping_address", message: "is required" }],
    })
  }
  return address
}

function refuseGuest({ caller }: CheckoutInput) {
  if (!settings.GUEST_CHECKOUT && !caller.customer_id) {
    throw new Refusal("account_required", "One must log in to buy here.", {
      kind: "UNAUTHORIZED",
    })
  }
}

async function placesOf(
  container: MedusaContainer,
  input: CheckoutInput,
  cart: PlanCart | undefined
) {
  const region =
    cart?.region ?? (await readRegion(container, input.region_id ?? ""))
  const address = await shippingAddress(container, input, cart)
  const countries = region.countries.map(({ iso_2 }) => iso_2)
  const market = marketOfAddress(address, countries, "shipping_address")
  if (market.currency !== region.currency_code) {
    throw new Refusal(
      "currency_mismatch",
      `${market.name} is sold to in another currency than this region's.`,
      { kind: "NOT_ALLOWED" }
    )
  }
  return { region, market, address }
}

/** The bill goes where it went before, else to the door; what stays is left. */
function addressesOf(
  { billing_address }: CheckoutInput,
  cart: PlanCart | undefined,
  { phone, ...door }: Omit<CreateAddressDTO, "phone"> & { phone: string | null }
): Pick<CheckoutPlan, "shipping_address" | "billing_address"> {
  // The courier calls the shopper when the address names nobody else.
  const shipping = { ...door, ...(phone ? { phone } : {}) }
  const held = writtenAddress(cart?.billing_address)
  const billing = billing_address
    ? normalBilling(billing_address)
    : held?.address_1
      ? held
      : shipping
  return {
    shipping_address: isSameAddress(cart?.shipping_address, shipping)
      ? null
      : shipping,
    billing_address: isSameAddress(cart?.billing_address, billing)
      ? null
      : billing,
  }
}

/**
 * Looks at everything a checkout needs before anything is written, so that a
 * refusal leaves nothing behind. Reads only.
 */
async function plan(
  container: MedusaContainer,
  input: CheckoutInput,
  cart: PlanCart | undefined
): Promise<CheckoutPlan> {
  const { caller } = input
  refuseGuest(input)
  const channel = await readSalesChannel(
    container,
    cart ? [cart.sales_channel_id] : caller.sales_channel_ids
  )
  const lines = await checkLines(
    container,
    channel,
    cart ? linesOfCart(cart) : (input.items ?? [])
  )
  if (cart) {
    await refuseChangedBoxes(container, cart.id)
  }
  const { region, market, address } = await placesOf(container, input, cart)
  const shipping = normalAddress(market, address, "shipping_address")
  const customer = await readCustomer(container, caller.customer_id)
  const { email, phone } = contactOf(market, {
    email: input.email ?? cart?.email ?? customer?.email,
    phone: input.phone ?? shipping.phone ?? customer?.phone,
  })
  const enabled = (region.payment_providers ?? []).flatMap((provider) =>
    provider?.is_enabled ? [provider.id] : []
  )
  const payment = paymentOf(market, enabled, input.payment, phone)
  if (payment.kind === "cash" && phone) {
    await refuseManyCashOrders(container, market, phone)
  }
  const sent_codes = await checkCodes(container, input.promo_codes ?? [])
  return {
    market: market.code,
    cart_id: cart?.id ?? null,
    claimed_by:
      cart && caller.customer_id && cart.customer_id !== caller.customer_id
        ? caller.customer_id
        : null,
    customer_id: caller.customer_id ?? null,
    region_id: region.id,
    sales_channel_id: channel,
    email,
    phone,
    lines,
    ...addressesOf(input, cart, {
      ...shipping,
      phone: shipping.phone ?? phone,
    }),
    promo_codes: [
      ...new Set([
        ...(cart?.promotions ?? []).flatMap((held) => held?.code ?? []),
        ...sent_codes,
      ]),
    ],
    sent_codes,
    metadata: {
      ...cart?.metadata,
      ...(phone ? { [PHONE_KEY]: phone } : {}),
      ...(input.note ? { [NOTE_KEY]: input.note } : {}),
    },
    shipping_option_id: input.shipping_option_id ?? null,
    payment,
    attempt: caller.attempt ?? null,
    locale: caller.locale ?? null,
  }
}

export async function decideCheckout(
  container: MedusaContainer,
  input: CheckoutInput
): Promise<CheckoutDecision> {
  // An attempt that broke off may have made its cart already.
  const cart_id = input.cart_id ?? input.caller.attempt?.resource_id
  const cart = cart_id
    ? await readCart(container, cart_id, input.caller)
    : undefined
  // The link is written before the cart is marked as completed.
  const order_id = cart ? await readOrderOfCart(container, cart.id) : null
  return order_id
    ? { order_id, plan: null }
    : { order_id: null, plan: await plan(container, input, cart) }
}
