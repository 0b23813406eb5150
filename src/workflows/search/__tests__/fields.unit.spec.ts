import { documentParts } from "../../../modules/catalogue/document"
import { productFields, searchCurrencies } from ".."

const fields = productFields.toFields()

it("has a field for each part of a document, and no other", () => {
  expect(Object.keys(fields).sort()).toEqual(
    [...Object.keys(documentParts), "fingerprint"].sort()
  )
})

it("prices each currency a market sells in", () => {
  expect(searchCurrencies).toEqual(["bdt", "inr", "kes", "usd"])
  expect(Object.keys(fields.price.fields ?? {})).toEqual(searchCurrencies)
})

it("holds nothing that is for staff alone", () => {
  const text = JSON.stringify([
    Object.keys(fields),
    Object.values(documentParts).map(({ text: of }) => of),
  ])
  expect(text).not.toMatch(/cost|sku_prefix|low_stock/)
})

it("lets nobody facet by what scopes a search", () => {
  // Core leaves a facet's own filter out when it counts that facet.
  for (const scope of ["status", "sales_channel_ids"]) {
    expect(fields[scope]).toMatchObject({ filterable: true })
    expect(fields[scope].facetable).toBeUndefined()
  }
})
