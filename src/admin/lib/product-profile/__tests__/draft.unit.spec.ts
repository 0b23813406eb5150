import { draftOf, isFilled, profileOf } from "../draft"
import type { Profile } from "../types"

const profile: Profile = {
  brand: "Zuberon",
  short_description: null,
  meta_title: "Slim",
  meta_description: null,
  features: ["Sapphire", "Lume"],
  specifications: [
    { name: "Case", value: "38 mm" },
    { name: "Time", value: "10:09" },
  ],
  has_warranty: true,
  warranty: "Two years",
  video_url: null,
  featured: false,
  low_stock_threshold: 0,
  sku_prefix: null,
  view_count: 3,
  sold_count: 1,
  rating_average: null,
  rating_count: 0,
  inactive_variants: [],
}

it("comes back as it went into the form", () => {
  const { view_count, sold_count, rating_average, rating_count, ...written } =
    profile
  const { inactive_variants: _none, ...expected } = written
  expect(
    profileOf(
      draftOf({
        id: "prod_1",
        product_profile: profile,
        product_cost: { amount: 900.5, currency_code: "kes" },
      })
    )
  ).toEqual({
    ...expected,
    cost_price: { amount: 900.5, currency_code: "kes" },
  })
  expect([view_count, sold_count, rating_average, rating_count]).toEqual([
    3,
    1,
    null,
    0,
  ])
})

it("sends what was emptied as empty", () => {
  const empty = profileOf(draftOf({ id: "prod_1" }))
  expect(empty).toMatchObject({
    brand: null,
    features: [],
    specifications: [],
    low_stock_threshold: null,
    cost_price: null,
  })
})

it("leaves what makes no sense to the server's judgement", () => {
  const draft = draftOf({ id: "prod_1" })
  expect(
    profileOf({
      ...draft,
      specifications: "no colon\n\n : only value",
      low_stock_threshold: "many",
      cost_amount: "ten",
      cost_currency: " KES ",
    })
  ).toMatchObject({
    specifications: [
      { name: "no colon", value: "" },
      { name: "", value: "only value" },
    ],
    low_stock_threshold: "many",
    cost_price: { amount: "ten", currency_code: "kes" },
  })
})

it("is not filled by figures alone", () => {
  const bare: Profile = {
    ...profile,
    brand: null,
    meta_title: null,
    features: [],
    specifications: [],
    has_warranty: false,
    warranty: null,
    low_stock_threshold: null,
  }
  expect([isFilled(null), isFilled(bare), isFilled(profile)]).toEqual([
    false,
    false,
    true,
  ])
})
