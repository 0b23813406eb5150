import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkCoupon } from "../../coupon/lib/check"
import {
  type CouponContext,
  contextOfKnownCart,
} from "../../coupon/lib/context"
import { contextOfItems } from "../../coupon/lib/items"
import { because, type Explained } from "../../coupon/lib/reasons"
import {
  CUSTOMER_REQUIRED,
  NOT_APPLIED,
} from "../../../modules/promotion/errors"
import { Refusal, type RefusalDetail } from "../../refusal"
import type { CheckoutInput } from "../types"

/** Why codes do not apply, by code; a code that is not here is not explained. */
export type Reasons = ReadonlyMap<string, Explained>

const detailOf = (
  field: string,
  reason: Explained | undefined
): RefusalDetail => ({
  field,
  message: reason?.message ?? "does not apply here",
  ...(reason ? { reason: reason.code } : {}),
})

const refusal = (details: RefusalDetail[]) =>
  new Refusal(NOT_APPLIED, "A code does not apply.", {
    kind: "NOT_ALLOWED",
    details,
  })

/** A code the shopper counts on must count. */
export function refuseUnknownCodes(
  sent: readonly string[],
  known: readonly string[],
  reasons: Reasons = new Map()
): void {
  const details = sent.flatMap((code, index) =>
    known.includes(code)
      ? []
      : [detailOf(`promo_codes.${index}`, reasons.get(code))]
  )
  if (details.length) {
    throw refusal(details)
  }
}

/** Codes that exist; whether they apply shows when the cart is priced. */
export async function checkCodes(
  container: MedusaContainer,
  sent: readonly string[]
): Promise<string[]> {
  if (sent.length) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "promotion",
        fields: ["code"],
        filters: { code: [...sent] },
      })
    refuseUnknownCodes(
      sent,
      data.flatMap(({ code }) => code ?? []),
      new Map(sent.map((code) => [code, because("unknown")]))
    )
  }
  return [...new Set(sent)]
}

async function reasonsOf(
  container: MedusaContainer,
  codes: readonly string[],
  context: CouponContext
): Promise<Map<string, Explained>> {
  const reasons = new Map<string, Explained>()
  for (const code of new Set(codes)) {
    const { reason } = await checkCoupon(container, code, context)
    if (reason) {
      reasons.set(code, reason)
    }
  }
  return reasons
}

/** Why codes that were sent are not on the cart that was made of them. */
export async function reasonsOnCart(
  container: MedusaContainer,
  cart_id: string,
  missing: readonly string[]
): Promise<Reasons> {
  return missing.length
    ? reasonsOf(
        container,
        missing,
        await contextOfKnownCart(container, cart_id)
      )
    : new Map()
}

/** What the Promotion module throws in the middle of a cart or an order. */
export const isCodeProblem = ({
  code,
  details,
}: {
  code?: string
  details?: unknown
}) => !details && (code === NOT_APPLIED || code === CUSTOMER_REQUIRED)

/**
 * Says which code it was that another shopper used up meanwhile, or that needs
 * to know who is buying.
 */
export async function codesRefusal(
  container: MedusaContainer,
  {
    cart_id,
    items = [],
    region_id = "",
    promo_codes = [],
    ...it
  }: CheckoutInput
): Promise<Refusal> {
  const context = cart_id
    ? await contextOfKnownCart(container, cart_id)
    : await contextOfItems(container, { items, region_id }, it.caller)
  const codes = [...new Set([...promo_codes, ...context.held])]
  const found = await reasonsOf(container, codes, context)
  // Whoever took the last use may have given it back by now.
  const reasons = found.size
    ? found
    : new Map(codes.map((code) => [code, because("used_up")]))
  return refusal(
    [...reasons].map(([code, reason]) => {
      const index = promo_codes.indexOf(code)
      return detailOf(
        index < 0 ? "promo_codes" : `promo_codes.${index}`,
        reason
      )
    })
  )
}
