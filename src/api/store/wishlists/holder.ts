import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { hashToken } from "../../../lib/secret-token"
import { listNotFound, wishlists } from "../../../workflows/wishlist"
import { ApiError } from "../../frame/errors/api-error"

export const TOKEN_HEADER = "x-wishlist-token"

/** As it was given out; anything else is nobody's token. */
const TOKEN = /^[0-9a-f]{48}$/

/** Either a customer, or a guest; a customer's token is only good for merging. */
export type Holder = { customer_id: string } | { token_hash: string }

type MaybeCustomer = MedusaRequest & { auth_context?: { actor_id?: string } }

export const customerOf = (req: MedusaRequest): string | undefined =>
  (req as MaybeCustomer).auth_context?.actor_id || undefined

export const tokenHashOf = (req: MedusaRequest): string | undefined => {
  const token = req.get(TOKEN_HEADER)?.trim() ?? ""
  return TOKEN.test(token) ? hashToken(token) : undefined
}

const isNobody = () =>
  new ApiError({
    status: 401,
    type: MedusaError.Types.UNAUTHORIZED,
    code: "unauthorized",
    message: "Log in, or send the X-Wishlist-Token of a guest's list.",
  })

const candidatesOf = (req: MedusaRequest): Holder[] => {
  const customer_id = customerOf(req)
  const token_hash = tokenHashOf(req)
  return [
    ...(customer_id ? [{ customer_id }] : []),
    ...(token_hash ? [{ token_hash }] : []),
  ]
}

/** Whose lists are asked for: the customer's, else the guest's. */
export async function holderOf(req: MedusaRequest): Promise<Holder> {
  const [holder] = candidatesOf(req)
  if (!holder) {
    throw isNobody()
  }
  if ("token_hash" in holder) {
    const [known] = await wishlists(req.scope).listWishlists(holder, {
      select: ["id"],
    })
    if (!known) {
      throw isNobody()
    }
  }
  return holder
}

/**
 * Lets through who holds the list of the path. Whether a list exists is not
 * told to who does not.
 */
export async function requireWishlistHolder(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const holders = candidatesOf(req)
  if (!holders.length) {
    next(isNobody())
    return
  }
  const { id } = req.params
  if (id === undefined) {
    next()
    return
  }
  const [held] = await wishlists(req.scope).listWishlists(
    { $and: [{ id }, { $or: holders }] },
    { select: ["id"] }
  )
  next(held ? undefined : listNotFound())
}
