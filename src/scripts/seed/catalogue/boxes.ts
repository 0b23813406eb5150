import type { DemoProduct } from "./types"

/** What the boxes of the finer watches cost. */
export const BOX_DOLLARS = 12

export const hasBox = ({ type, price }: DemoProduct) =>
  type === "Watch" && price >= 100
