import { addressProblems, findProvince, markets } from ".."

const { bd, in: india, ke, us } = markets

const dhaka = {
  address_1: "House 12, Road 4",
  city: "Dhaka",
  province: "Dhaka",
  postal_code: "1205",
}

describe("findProvince", () => {
  it("knows the eight divisions of Bangladesh", () => {
    expect(bd.address.province.names.map(({ name }) => name)).toEqual([
      "Dhaka",
      "Chittagong",
      "Rajshahi",
      "Khulna",
      "Barisal",
      "Sylhet",
      "Rangpur",
      "Mymensingh",
    ])
  })

  it("knows 47 counties, 36 states of India, and 56 of the United States", () => {
    const counts = [ke, india, us].map(
      ({ address }) => address.province.names.length
    )

    expect(counts).toEqual([47, 36, 56])
  })

  it.each([
    ["Barisal", "A"],
    ["barishal", "A"],
    [" CHATTOGRAM ", "B"],
    ["ঢাকা", "C"],
    ["BD-C", "C"],
    ["c", "C"],
  ])("finds %p in Bangladesh", (text, code) => {
    expect(findProvince(bd, text)?.code).toBe(code)
  })

  it.each([
    [us, "NJ", "New Jersey"],
    [us, "us-nj", "New Jersey"],
    [india, "Orissa", "Odisha"],
    [india, "MH", "Maharashtra"],
    [ke, "Nairobi City", "Nairobi"],
  ])("finds a province of another market", (market, text, name) => {
    expect(findProvince(market, text)?.name).toBe(name)
  })

  it("finds nothing abroad", () => {
    expect(findProvince(bd, "Nairobi")).toBeUndefined()
  })
})

describe("addressProblems", () => {
  it("accepts a good address", () => {
    expect(addressProblems(bd, dhaka)).toEqual([])
  })

  it("names every missing field", () => {
    expect(addressProblems(bd, { city: " ", province: null })).toEqual([
      { field: "address_1", message: "is required" },
      { field: "city", message: "is required" },
      { field: "province", message: "is required" },
      { field: "postal_code", message: "is required" },
    ])
  })

  it("refuses a foreign province and a wrong post code", () => {
    const address = { ...dhaka, province: "Nairobi", postal_code: "00100" }

    expect(addressProblems(bd, address)).toEqual([
      { field: "province", message: "is not a division of Bangladesh" },
      { field: "postal_code", message: "must look like 1205" },
    ])
  })

  it("lets Kenyans leave out county and post code", () => {
    const address = { address_1: "Moi Avenue", city: "Nairobi" }

    expect(addressProblems(ke, address)).toEqual([])
  })

  it.each([
    [india, "040001", 1],
    [india, "400001", 0],
    [us, "07114", 0],
    [us, "07114-1234", 0],
    [us, "7114", 1],
    [ke, "0010", 1],
  ])("checks the post code of its market", (market, postal_code, count) => {
    const [{ name: province }] = market.address.province.names
    const address = { ...dhaka, province, postal_code }

    expect(addressProblems(market, address)).toHaveLength(count)
  })
})
