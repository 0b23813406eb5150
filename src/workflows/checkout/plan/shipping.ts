import { Refusal } from "../../refusal"

export type OfferedOption = {
  id: string
  shipping_profile_id: string
  amount?: number | null
}

export type CartShipping = {
  items?: {
    requires_shipping: boolean
    variant?: {
      product?: { shipping_profile?: { id: string } | null } | null
    } | null
  }[]
  shipping_methods?: { shipping_option_id?: string | null }[]
}

const profilesOf = ({ items = [] }: CartShipping) => [
  ...new Set(
    items.flatMap(({ requires_shipping, variant }) =>
      requires_shipping ? (variant?.product?.shipping_profile?.id ?? []) : []
    )
  ),
]

const cheapest = (options: readonly OfferedOption[]) =>
  [...options].sort(
    (one, other) =>
      Number(one.amount) - Number(other.amount) || (one.id < other.id ? -1 : 1)
  )[0]

/**
 * What is added to a cart so that every parcel has a way to the shopper: the
 * option they want, what they had chosen before, else the cheapest.
 */
export function chooseShipping(
  cart: CartShipping,
  offered: readonly OfferedOption[],
  wanted: string | null
): { id: string }[] {
  const priced = offered.filter(({ amount }) => typeof amount === "number")
  const chosen = wanted ? priced.find(({ id }) => id === wanted) : undefined
  if (wanted && !chosen) {
    throw new Refusal(
      "shipping_option_unavailable",
      "This way of delivery is not available for the cart.",
      {
        kind: "NOT_ALLOWED",
        details: [
          { field: "shipping_option_id", message: "is not available here" },
        ],
      }
    )
  }
  const held = (cart.shipping_methods ?? []).flatMap(
    ({ shipping_option_id }) =>
      priced.find(({ id }) => id === shipping_option_id) ?? []
  )
  const missing = profilesOf(cart).filter(
    (profile) =>
      profile !== chosen?.shipping_profile_id &&
      !held.some((option) => option.shipping_profile_id === profile)
  )
  const added = missing.map((profile) => {
    const option = cheapest(
      priced.filter((one) => one.shipping_profile_id === profile)
    )
    if (!option) {
      throw new Refusal(
        "no_shipping_option",
        "Nothing in the shop delivers this to the address.",
        { kind: "NOT_ALLOWED" }
      )
    }
    return option
  })
  const isHeld = chosen && held.some(({ id }) => id === chosen.id)
  return [...(chosen && !isHeld ? [chosen] : []), ...added].map(({ id }) => ({
    id,
  }))
}
