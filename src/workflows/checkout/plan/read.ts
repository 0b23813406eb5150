import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"
import type { CheckoutAddress, CheckoutCaller, CheckoutLine } from "../types"

export type PlanRegion = {
  id: string
  currency_code: string
  countries: { iso_2: string }[]
  payment_providers?: ({ id: string; is_enabled: boolean } | null)[]
}

type Stored<T> = { [K in keyof T]?: T[K] | null }

export type PlanCart = {
  id: string
  completed_at: string | Date | null
  email: string | null
  customer_id: string | null
  customer?: { has_account: boolean } | null
  sales_channel_id: string
  metadata: Record<string, unknown> | null
  region?: PlanRegion | null
  items?: { variant_id: string | null; quantity: number }[]
  promotions?: ({ code?: string } | null)[]
  shipping_address?: Stored<CheckoutAddress> | null
  billing_address?: Stored<CheckoutAddress> | null
}

const REGION = [
  "id",
  "currency_code",
  "countries.iso_2",
  "payment_providers.id",
  "payment_providers.is_enabled",
]

const ADDRESS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
  "phone",
]

const under = (relation: string, fields: readonly string[]) =>
  fields.map((field) => `${relation}.${field}`)

const notFound = (what: string) =>
  new Refusal("not_found", `There is no such ${what}.`, { kind: "NOT_FOUND" })

const graph = (container: MedusaContainer) =>
  container.resolve(ContainerRegistrationKeys.QUERY)

/** Values that were never set are stored as null, and asked for as absent. */
export function writtenAddress(
  stored: Stored<CheckoutAddress> | null | undefined
): CheckoutAddress | undefined {
  const { country_code, ...rest } = stored ?? {}
  if (!country_code) {
    return undefined
  }
  const entries = ADDRESS.flatMap((field) => {
    const value = rest[field as keyof typeof rest]
    return value ? [[field, value]] : []
  })
  return { ...(Object.fromEntries(entries) as object), country_code }
}

/** Whether a cart has this very address already. */
export const isSameAddress = (
  stored: Stored<CheckoutAddress> | null | undefined,
  address: object
): boolean =>
  Boolean(stored) &&
  ADDRESS.every(
    (field) =>
      (stored?.[field as keyof CheckoutAddress] || null) ===
      (address[field as keyof typeof address] || null)
  )

/** What a cart holds, as it would have been sent. */
export const linesOfCart = ({ items = [] }: PlanCart): CheckoutLine[] =>
  items.flatMap(({ variant_id, quantity }) =>
    variant_id ? [{ variant_id, quantity: Number(quantity) }] : []
  )

/** The cart, unless it is somebody else's or of another shop window. */
export async function readCart(
  container: MedusaContainer,
  id: string,
  caller: CheckoutCaller
): Promise<PlanCart> {
  const { data } = await graph(container).graph({
    entity: "cart",
    fields: [
      "id",
      "completed_at",
      "email",
      "customer_id",
      "customer.has_account",
      "sales_channel_id",
      "metadata",
      ...under("region", REGION),
      "items.variant_id",
      "items.quantity",
      "promotions.code",
      ...under("shipping_address", ADDRESS),
      ...under("billing_address", ADDRESS),
    ],
    filters: { id },
  })
  const cart = (data as unknown as PlanCart[]).at(0)
  const foreign =
    cart?.customer?.has_account &&
    caller.customer_id &&
    cart.customer_id !== caller.customer_id
  if (
    !cart ||
    foreign ||
    !caller.sales_channel_ids.includes(cart.sales_channel_id)
  ) {
    throw notFound("cart")
  }
  return cart
}

export async function readRegion(
  container: MedusaContainer,
  id: string
): Promise<PlanRegion> {
  const { data } = await graph(container).graph({
    entity: "region",
    fields: REGION,
    filters: { id },
  })
  const region = (data as unknown as PlanRegion[]).at(0)
  if (!region) {
    throw notFound("region")
  }
  return region
}

/** The order of a completed cart. */
export async function readOrderOfCart(
  container: MedusaContainer,
  cart_id: string
): Promise<string | null> {
  const { data } = await graph(container).graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id },
  })
  return (data as { order_id: string }[]).at(0)?.order_id ?? null
}

/** An address the customer has saved; another's does not exist for them. */
export async function readSavedAddress(
  container: MedusaContainer,
  id: string,
  customer_id: string | undefined
): Promise<CheckoutAddress> {
  if (!customer_id) {
    throw new Refusal("unauthorized", "Saved addresses need a log-in.", {
      kind: "UNAUTHORIZED",
    })
  }
  const { data } = await graph(container).graph({
    entity: "customer_address",
    fields: ADDRESS,
    filters: { id, customer_id },
  })
  const address = writtenAddress((data as Stored<CheckoutAddress>[]).at(0))
  if (!address) {
    throw notFound("address")
  }
  return address
}

export async function readCustomer(
  container: MedusaContainer,
  id: string | undefined
): Promise<{ email: string | null; phone: string | null } | undefined> {
  if (!id) {
    return undefined
  }
  const { data } = await graph(container).graph({
    entity: "customer",
    fields: ["id", "email", "phone"],
    filters: { id },
  })
  return (data as { email: string | null; phone: string | null }[]).at(0)
}

/** The shop window of the key: where it has several, the first that is open. */
export async function readSalesChannel(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<string> {
  const { data } = await graph(container).graph({
    entity: "sales_channel",
    fields: ["id", "is_disabled"],
    filters: { id: [...ids] },
  })
  const open = (data as { id: string; is_disabled: boolean }[])
    .filter(({ is_disabled }) => !is_disabled)
    .map(({ id }) => id)
  const channel = ids.find((id) => open.includes(id))
  if (!channel) {
    throw new Refusal("sales_channel_unavailable", "This shop is closed.", {
      kind: "NOT_ALLOWED",
    })
  }
  return channel
}
