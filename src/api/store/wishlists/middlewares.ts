import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/carts/query-config"
import { validateBody } from "../../frame/validate-body"
import {
  StoreAddWishlistItem,
  StoreCreateWishlist,
  StoreGetMoveToCartParams,
  StoreGetWishlistItemParams,
  StoreGetWishlistParams,
  StoreGetWishlistsParams,
  StoreMoveToCart,
  StoreNoBody,
  StoreUpdateWishlist,
  StoreUpdateWishlistItem,
} from "./validators"

const list = "/store/wishlists/:id"
const item = `${list}/items/:item_id`

export const storeWishlistMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/wishlists",
    middlewares: [validateAndTransformQuery(StoreGetWishlistsParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/store/wishlists",
    middlewares: [validateBody(StoreCreateWishlist)],
  },
  {
    methods: ["POST"],
    matcher: "/store/wishlists/merge",
    middlewares: [validateBody(StoreNoBody)],
  },
  {
    methods: ["GET"],
    matcher: "/store/wishlists/shared/:token",
    middlewares: [validateAndTransformQuery(StoreGetWishlistParams, {})],
  },
  {
    methods: ["GET"],
    matcher: list,
    middlewares: [validateAndTransformQuery(StoreGetWishlistParams, {})],
  },
  {
    methods: ["POST"],
    matcher: list,
    middlewares: [validateBody(StoreUpdateWishlist)],
  },
  {
    methods: ["POST"],
    matcher: `${list}/share`,
    middlewares: [validateBody(StoreNoBody)],
  },
  {
    methods: ["POST"],
    matcher: `${list}/items`,
    middlewares: [validateBody(StoreAddWishlistItem)],
  },
  {
    methods: ["POST"],
    matcher: item,
    middlewares: [
      validateBody(StoreUpdateWishlistItem),
      validateAndTransformQuery(StoreGetWishlistItemParams, {}),
    ],
  },
  {
    methods: ["POST"],
    matcher: `${item}/move-to-cart`,
    middlewares: [
      validateBody(StoreMoveToCart),
      validateAndTransformQuery(
        StoreGetMoveToCartParams,
        retrieveTransformQueryConfig
      ),
    ],
  },
]
