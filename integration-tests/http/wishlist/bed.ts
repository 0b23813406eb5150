import type { CallOptions, Json, Shop } from "../../support"

export type List = {
  id: string
  name: string
  is_default: boolean
  item_count: number
  share_token: string | null
  created_at: string
  updated_at: string
}

export type Item = {
  id: string
  product_id: string
  variant_id: string | null
  notify: { back_in_stock: boolean; price_drop: boolean }
  created_at: string
  unavailable: boolean
  product: { id: string; title: string } | null
  variant: { id: string; title: string } | null
  price: { amount: number; currency_code: string } | null
  stock: string | null
}

export type ListPage = {
  wishlist: List
  items: Item[]
  count: number
  limit: number
  offset: number
}

export type Refused = {
  code: string
  details?: { field: string; message: string }[]
}

/** Calls as one who has lists: a customer, or a guest with a token. */
export type Someone = <Body = Json>(
  path?: string,
  init?: CallOptions
) => ReturnType<Shop["store"]> extends Promise<infer Reply>
  ? Promise<Omit<Reply, "body"> & { body: Body }>
  : never

export const DELETE: CallOptions = { method: "DELETE" }

export function wishlistBed(shop: Shop) {
  const guestWith = (token: string): Someone =>
    ((path = "", init: CallOptions = {}) =>
      shop.store(`/wishlists${path}`, {
        ...init,
        headers: { "x-wishlist-token": token, ...init.headers },
      })) as Someone

  const customer = async () => {
    const { token } = await shop.asCustomer()
    const call = ((path = "", init: CallOptions = {}) =>
      shop.store(`/wishlists${path}`, { token, ...init })) as Someone
    return { token, call }
  }

  const listOf = async (call: Someone, body: object = {}) => {
    const made = await call<{ wishlist: List }>("", { body })
    if (made.status !== 201) {
      throw new Error(`No list: ${made.status} ${JSON.stringify(made.body)}`)
    }
    return made.body.wishlist
  }

  const guest = async () => {
    const { body } = await shop.store<{ wishlist: List; token: string }>(
      "/wishlists",
      { body: {} }
    )
    return { ...body, call: guestWith(body.token) }
  }

  const product = async (
    input: Parameters<Shop["fixtures"]["product"]>[0] = {}
  ) => {
    const made = await shop.fixtures.product(input)
    const variants = (made.variants ?? []).map(({ id }) => id)
    return { ...made, variant_ids: variants }
  }

  const add = async (call: Someone, list: string, body: object) => {
    const added = await call<{ item: Item }>(`/${list}/items`, { body })
    if (added.status >= 400) {
      throw new Error(`Not added: ${JSON.stringify(added.body)}`)
    }
    return added.body.item
  }

  const read = async (call: Someone, list: string, query = "") =>
    (await call<ListPage>(`/${list}${query}`)).body

  return { guest, guestWith, customer, listOf, product, add, read }
}
