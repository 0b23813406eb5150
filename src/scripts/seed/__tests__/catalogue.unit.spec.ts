import { markets } from "../../../markets"
import { demoProducts } from "../catalogue"
import {
  categoryTree,
  type CategoryTree,
  collections,
  productTypes,
  tags,
} from "../catalogue/groups"
import { currencies, priceIn } from "../catalogue/prices"
import { variantsOf } from "../catalogue/variants"

const flat = (level: readonly CategoryTree[]): CategoryTree[] =>
  level.flatMap((category) => [category, ...flat(category.children ?? [])])

const depth = (level: readonly CategoryTree[]): number =>
  Math.max(0, ...level.map(({ children }) => 1 + depth(children ?? [])))

const unique = (values: readonly string[]) => new Set(values).size

describe("the demo catalogue", () => {
  it("has 50 products with handles and SKUs of their own", () => {
    const skus = demoProducts.flatMap(variantsOf).map(({ sku }) => sku)

    expect(demoProducts).toHaveLength(50)
    expect(unique(demoProducts.map(({ handle }) => handle))).toBe(50)
    expect(unique(skus)).toBe(skus.length)
    expect(Math.max(...skus.map((sku) => sku.length))).toBeLessThanOrEqual(100)
  })

  it("names only categories, collections, types and tags that exist", () => {
    const categories = new Set(flat(categoryTree).map(({ handle }) => handle))
    const known = {
      collections: new Set<string>(collections.map(({ handle }) => handle)),
      types: new Set<string>(productTypes),
      tags: new Set<string>(tags),
    }
    for (const product of demoProducts) {
      expect(product.categories.length).toBeGreaterThan(0)
      expect(product.tags.length).toBeGreaterThan(0)
      expect(product.categories.filter((c) => !categories.has(c))).toEqual([])
      expect(product.tags.filter((tag) => !known.tags.has(tag))).toEqual([])
      expect(known.types.has(product.type)).toBe(true)
      expect(
        !product.collection || known.collections.has(product.collection)
      ).toBe(true)
    }
  })

  it("has a category tree of three levels", () => {
    expect(depth(categoryTree)).toBe(3)
    expect(unique(flat(categoryTree).map(({ handle }) => handle))).toBe(
      flat(categoryTree).length
    )
  })

  it("has handles a URL can carry", () => {
    for (const { handle } of [...demoProducts, ...flat(categoryTree)]) {
      expect(handle).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    }
  })

  it("puts about a third on offer, below the price in every currency", () => {
    const offers = demoProducts.filter(({ offer }) => offer)

    expect(offers).toHaveLength(18)
    for (const product of offers) {
      for (const { dollars, prices } of variantsOf(product)) {
        for (const { currency_code, amount } of prices) {
          const offer = dollars * (1 - (product.offer ?? 0) / 100)
          expect(priceIn(currency_code, offer)).toBeLessThan(amount)
        }
      }
    }
  })

  it("shows low, out-of-stock and featured products", () => {
    const count = (is: (product: (typeof demoProducts)[number]) => unknown) =>
      demoProducts.filter(is).length

    expect(count(({ stock }) => stock === "low")).toBe(3)
    expect(count(({ stock }) => stock === "out")).toBe(2)
    expect(count(({ featured }) => featured)).toBe(12)
  })
})

describe("prices", () => {
  it("exist in the currency of every market", () => {
    expect(currencies.sort()).toEqual(
      Object.values(markets)
        .map(({ currency }) => currency)
        .sort()
    )
  })

  it.each([
    ["usd", 25, 24.99],
    ["usd", 129, 129],
    ["kes", 25, 2949],
    ["kes", 129, 14_999],
    ["bdt", 25, 2590],
    ["inr", 25, 1799],
    ["inr", 129, 9499],
  ])("end in %s as people expect: $%d is %d", (currency, dollars, price) => {
    expect(priceIn(currency, dollars)).toBe(price)
  })
})
