import { askChannels, plainQuery, stockCounts, stockFacet } from "../in-stock"

const channels = ["sc_1", "sc_2"]
const there = { in_stock: { $overlaps: channels } }

describe("in stock", () => {
  it("is asked of the caller's channels, wherever it stands", () => {
    expect(askChannels({ q: "a", in_stock: true }, channels)).toEqual({
      q: "a",
      $and: [there],
    })
    expect(
      askChannels({ $or: [{ in_stock: false }, { brand: "b" }] }, channels)
    ).toEqual({ $or: [{ $and: [{ $not: there }] }, { brand: "b" }] })
    expect(
      askChannels({ $not: { in_stock: true }, $and: [{ tag: "t" }] }, channels)
    ).toEqual({ $not: { $and: [there] }, $and: [{ tag: "t" }] })
  })

  it("is counted beside the search, not by the index", () => {
    const query = {
      entity: "product",
      filters: { q: "a", brand: "b", in_stock: true },
      search_options: {
        facets: ["brand", "in_stock"],
        disjunctive_facets: true,
      },
    }
    const filters = { q: "a", brand: "b" }

    expect(plainQuery(query, channels)).toEqual({
      entity: "product",
      filters: { ...filters, $and: [there] },
      search_options: { facets: ["brand"], disjunctive_facets: true },
    })
    expect(stockCounts(query, channels).map((one) => one.filters)).toEqual([
      filters,
      { ...filters, $and: [there] },
    ])
  })

  it("is a facet like others", () => {
    const counted = (count: number) => ({
      hits: [],
      metadata: { skip: 0, take: 0, count },
    })
    expect(stockFacet(counted(5), counted(3))).toEqual({
      type: "value",
      values: [
        { value: "true", count: 3 },
        { value: "false", count: 2 },
      ],
    })
    expect(stockFacet(counted(2), counted(2))).toEqual({
      type: "value",
      values: [{ value: "true", count: 2 }],
    })
  })
})
