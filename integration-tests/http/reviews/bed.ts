import type { HttpTypes } from "@medusajs/framework/types"
import type {
  OwnReview,
  StoreReviewsResponse,
} from "../../../src/api/store/reviews/view"
import type { Person, Shop } from "../../support"

export type Answer<Body = object> = Body & {
  code?: string
  message?: string
  details?: { field: string; message: string }[]
}

export type Buyer = Person & { id: string; first_name: string }

const done = async <Body>(
  call: Promise<{ status: number; body: Body }>
): Promise<Body> => {
  const { status, body } = await call
  if (status >= 300) {
    throw new Error(`${status} ${JSON.stringify(body)}`)
  }
  return body
}

export const reviewBed = (shop: Shop) => {
  const buyer = async (
    name: { first_name?: string; last_name?: string } = {}
  ): Promise<Buyer> => {
    const customer = await shop.fixtures.customer({
      first_name: "Amina",
      last_name: "Otieno",
      ...name,
    })
    return {
      ...(await shop.asCustomer(customer)),
      id: customer.id,
      first_name: customer.first_name ?? "",
    }
  }

  /** An order of one piece each that a courier has brought, unless told. */
  const delivered = async (
    person: Person,
    products: readonly HttpTypes.AdminProduct[],
    { quantity = 1, arrived = true } = {}
  ) => {
    const order = await shop.fixtures.order({
      token: person.token,
      items: products.map(({ variants }) => ({
        variant_id: variants?.[0].id ?? "",
        quantity,
      })),
    })
    if (arrived) {
      await deliver(order.id)
    }
    return order
  }

  const deliver = async (orderId: string) => {
    const { order } = await done(
      shop.admin<HttpTypes.AdminOrderResponse>(
        `/orders/${orderId}?fields=id,*items`
      )
    )
    const { order: sent } = await done(
      shop.admin<HttpTypes.AdminOrderResponse>(
        `/orders/${orderId}/fulfillments?fields=id,*fulfillments`,
        {
          body: {
            items: order.items.map(({ id, quantity }) => ({ id, quantity })),
          },
        }
      )
    )
    const parcel = sent.fulfillments?.[0].id
    await done(
      shop.admin(
        `/orders/${orderId}/fulfillments/${parcel}/mark-as-delivered`,
        { method: "POST" }
      )
    )
  }

  /** Sends so many pieces of the first line back, and the shop gets them. */
  const sendBack = async (orderId: string, quantity: number) => {
    const { order } = await done(
      shop.admin<HttpTypes.AdminOrderResponse>(
        `/orders/${orderId}?fields=id,*items,*fulfillments`
      )
    )
    const location_id = order.fulfillments?.[0].location_id
    const { return: begun } = await done(
      shop.admin<{ return: { id: string } }>("/returns", {
        body: { order_id: orderId, location_id },
      })
    )
    const path = `/returns/${begun.id}`
    const items = [{ id: order.items[0].id, quantity }]
    await done(shop.admin(`${path}/request-items`, { body: { items } }))
    await done(shop.admin(`${path}/request`, { body: {} }))
    const { return: asked } = await done(
      shop.admin<{ return: { items: { id: string; item_id: string }[] } }>(
        `${path}?fields=id,*items`
      )
    )
    await done(shop.admin(`${path}/receive`, { body: {} }))
    await done(
      shop.admin(`${path}/receive-items`, {
        body: {
          items: asked.items.map(({ item_id }) => ({ id: item_id, quantity })),
        },
      })
    )
    await done(shop.admin(`${path}/receive/confirm`, { body: {} }))
  }

  const write = (person: Person, productId: string, body: object) =>
    person.store<Answer<{ review: OwnReview }>>(
      `/products/${productId}/reviews`,
      { body }
    )

  const read = (productId: string, query = "", person?: Person) =>
    (person ?? shop).store<Answer<StoreReviewsResponse>>(
      `/products/${productId}/reviews${query}`
    )

  /** A buyer's review of a product they got, shown as the shop is set. */
  const reviewed = async (
    product: HttpTypes.AdminProduct,
    text: object = { rating: 5 }
  ) => {
    const author = await buyer()
    const order = await delivered(author, [product])
    const { review } = await done(write(author, product.id, text))
    return { author, order, review }
  }

  return { buyer, delivered, deliver, sendBack, write, read, reviewed }
}

/** The tables a refusal must leave as they were. */
export async function rows(shop: Shop, productId: string) {
  const reviews = await shop.sql(
    `select id, rating, title, comment, status, version, helpful_count, reply
     from review where product_id = $1 and deleted_at is null order by id`,
    [productId]
  )
  const figures = await shop.sql(
    `select count_1, count_2, count_3, count_4, count_5, rating_count,
       rating_average, version
     from review_summary where product_id = $1`,
    [productId]
  )
  return { reviews, figures }
}
