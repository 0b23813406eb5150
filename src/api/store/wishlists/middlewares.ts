import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/carts/query-config"
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
    middlewares: [validateAndTransformBody(StoreCreateWishlist)],
  },
  {
    methods: ["POST"],
    matcher: "/store/wishlists/merge",
    middlewares: [validateAndTransformBody(StoreNoBody)],
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
    middlewares: [validateAndTransformBody(StoreUpdateWishlist)],
  },
  {
    methods: ["POST"],
    matcher: `${list}/share`,
    middlewares: [validateAndTransformBody(StoreNoBody)],
  },
  {
    methods: ["POST"],
    matcher: `${list}/items`,
    middlewares: [validateAndTransformBody(StoreAddWishlistItem)],
  },
  {
    methods: ["POST"],
    matcher: item,
    middlewares: [
      validateAndTransformBody(StoreUpdateWishlistItem),
      validateAndTransformQuery(StoreGetWishlistItemParams, {}),
    ],
  },
  {
    methods: ["POST"],
    matcher: `${item}/move-to-cart`,
    middlewares: [
      validateAndTransformBody(StoreMoveToCart),
      validateAndTransformQuery(
        StoreGetMoveToCartParams,
        retrieveTransformQueryConfig
      ),
    ],
  },
]
