import { ShopError } from "./shop-fetch"

/** What the shop said about one field of a form, whatever is below it. */
export const detailAt = (error: unknown, field: string) =>
  error instanceof ShopError
    ? error.details.find(
        (detail) =>
          detail.field === field || detail.field.startsWith(`${field}.`)
      )
    : undefined

export const problemAt = (error: unknown, field: string) =>
  detailAt(error, field)?.message
