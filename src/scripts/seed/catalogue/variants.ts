import { colours } from "./colours"
import { pricesOf } from "./prices"
import type { ColourName, DemoProduct } from "./types"

export const COLOUR_OPTION = "Colour"

export type DemoVariant = {
  sku: string
  title: string
  colour: ColourName
  options: Record<string, string>
  dollars: number
  prices: { currency_code: string; amount: number }[]
}

const code = (text: string) => text.replace(/[^a-z0-9]/gi, "").toUpperCase()

/** Every colour in every size, memory, length … the product comes in. */
export function variantsOf(product: DemoProduct): DemoVariant[] {
  const { choice } = product
  const choices = choice
    ? Object.entries(choice.values)
    : ([[undefined, 0]] as const)
  return product.colours.flatMap((colour) =>
    choices.map(([value, extra]): DemoVariant => {
      const { name } = colours[colour]
      const dollars = product.price + extra
      const parts = value ? [colour, value] : [colour]
      return {
        sku: [product.sku, ...parts.map(code)].join("-"),
        title: value ? `${name} / ${value}` : name,
        colour,
        options: {
          [COLOUR_OPTION]: name,
          ...(choice && value ? { [choice.name]: value } : {}),
        },
        dollars,
        prices: pricesOf(dollars),
      }
    })
  )
}

export function optionsOf({ colours: names, choice }: DemoProduct) {
  const colour = {
    title: COLOUR_OPTION,
    values: names.map((name) => colours[name].name),
  }
  return choice
    ? [colour, { title: choice.name, values: Object.keys(choice.values) }]
    : [colour]
}
