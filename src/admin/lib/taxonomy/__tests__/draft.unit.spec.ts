import {
  categoryDraftOf,
  categoryProfileOf,
  tagDraftOf,
  tagProfileOf,
} from "../draft"

describe("the form of a tag", () => {
  const profile = {
    slug: "solar",
    description: "Light is enough.",
    rank: 3,
    is_visible: false,
  }

  it("gives back what it was filled with", () => {
    expect(tagProfileOf(tagDraftOf(profile))).toEqual(profile)
  })

  it("is filled with what counts for a tag without a profile", () => {
    expect(tagDraftOf(null)).toEqual({
      slug: "",
      description: "",
      rank: "0",
      is_visible: true,
    })
  })

  it("empties what is empty, and lets the shop judge what is no number", () => {
    expect(
      tagProfileOf({
        slug: " ",
        description: "  ",
        rank: "first",
        is_visible: true,
      })
    ).toEqual({
      slug: null,
      description: null,
      rank: "first",
      is_visible: true,
    })
    expect(tagProfileOf({ ...tagDraftOf(profile), rank: "" }).rank).toBe(0)
  })
})

describe("the form of a category", () => {
  it("gives back what it was filled with, and empties what is empty", () => {
    const profile = { image: "https://a.example/b.png", image_alt: null }
    expect(categoryProfileOf(categoryDraftOf(profile))).toEqual(profile)
    expect(categoryProfileOf(categoryDraftOf(null))).toEqual({
      image: null,
      image_alt: null,
    })
  })
})
