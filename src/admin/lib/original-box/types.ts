import type {
  AdminOriginalBoxResponse,
  OriginalBoxMarket,
  OriginalBoxView,
} from "../../../api/admin/products/[id]/original-box/view"

export type BoxAnswer = AdminOriginalBoxResponse
export type BoxMarket = OriginalBoxMarket
export type BoxView = OriginalBoxView
