import {
  CURRENCIES,
  handleOf,
  MARKETS,
  productAt,
  SEARCH_WORDS,
} from "../catalogue/catalogue"

const products = Array.from({ length: 1_000 }, (_, index) => productAt(index))

describe("the catalogue", () => {
  it("has three variants in three currencies for each product", () => {
    for (const { variants } of products) {
      expect(variants).toHaveLength(3)
      for (const { prices } of variants) {
        expect(prices.map(({ currency_code }) => currency_code)).toEqual([
          "kes",
          "inr",
          "usd",
        ])
      }
    }
  })

  it("is the same every time", () => {
    expect(productAt(41)).toEqual(productAt(41))
    expect(productAt(0)).toMatchObject({
      title: "Aso Classic Watch 1",
      handle: "bench-product-1",
      variants: [
        {
          title: "Small",
          sku: "BENCH-1-S",
          manage_inventory: true,
          options: { Size: "Small" },
          prices: [
            { currency_code: "kes", amount: 1_300 },
            { currency_code: "inr", amount: 850 },
            { currency_code: "usd", amount: 10 },
          ],
        },
        { sku: "BENCH-1-M" },
        { sku: "BENCH-1-L" },
      ],
    })
  })

  it("never gives a handle or a stock-keeping unit twice", () => {
    const skus = products.flatMap(({ variants }) =>
      variants.map(({ sku }) => sku)
    )
    expect(new Set(skus).size).toBe(3_000)
    expect(new Set(products.map(({ handle }) => handle)).size).toBe(1_000)
    expect(products[999]?.handle).toBe(handleOf(999))
  })

  it("holds at least a page of products for every word", () => {
    for (const word of SEARCH_WORDS) {
      const found = products.filter(({ title }) => title.includes(word))
      expect(found.length).toBeGreaterThanOrEqual(12)
    }
  })

  it("has a market for every currency", () => {
    expect(MARKETS.map(({ currency }) => currency)).toEqual([...CURRENCIES])
  })
})
