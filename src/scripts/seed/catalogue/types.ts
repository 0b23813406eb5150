import type { DrawingName } from "../pictures/drawings"

export type ColourName = keyof typeof import("./colours").colours

/** A product of the demo shop, as briefly as it can be said. */
export type DemoProduct = {
  handle: string
  title: string
  brand: string
  /** One sentence, shown under the title. */
  subtitle: string
  description: string
  type: string
  collection?: string
  categories: readonly string[]
  tags: readonly string[]
  drawing: DrawingName
  /** The first one is the one in the shop window. */
  colours: readonly ColourName[]
  /** A second thing to choose, and what it adds to the price in dollars. */
  choice?: { name: string; values: Readonly<Record<string, number>> }
  /** In dollars; the other currencies follow. */
  price: number
  /** In per cent of the price, while it is on offer. */
  offer?: number
  grams: number
  sku: string
  featured?: boolean
  stock?: "low" | "out"
}
