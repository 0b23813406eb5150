import type { ProductReply, ProductsReply } from "../products/bed"
import { unique, useShop } from "../../support"
import { type TagReply, type TagsReply, taxonomyBed, withProfile } from "./bed"

const shop = useShop()
const { tag } = taxonomyBed(shop)

const rows = (value: string) =>
  shop.sql(
    `select tp.slug, tp.description, tp.rank, tp.is_visible from product_tag t
       left join tag_profile tp on tp.tag_id = t.id and tp.deleted_at is null
      where t.value = $1 and t.deleted_at is null`,
    [value]
  )

const update = (id: string, body: object) =>
  shop.admin<TagReply>(`/product-tags/${id}`, { body })

describe("a tag", () => {
  it("is made with its profile in one call", async () => {
    const slug = unique("slug")
    const value = unique("Solar Power")
    const made = await tag(
      { slug, description: "Light is enough.", rank: 4, is_visible: false },
      value
    )

    expect(made).toMatchObject({
      value,
      product_count: 0,
      tag_profile: {
        slug,
        description: "Light is enough.",
        rank: 4,
        is_visible: false,
      },
    })
    const { status, body } = await shop.admin<TagReply>(
      `/product-tags/${made.id}`
    )
    expect([status, body.product_tag]).toEqual([200, made])
  })

  it("gets a slug of its name, and keeps it when it is renamed", async () => {
    const value = unique("Für SIE")
    const made = await tag(undefined, value)
    const slug = made.tag_profile.slug
    expect(slug).toMatch(/^fur-sie/)

    const { status, body } = await update(made.id, { value: unique("New") })

    expect([status, body.product_tag.tag_profile.slug]).toEqual([200, slug])
  })

  it("is changed field by field, emptied with null, and left alone by a bare call", async () => {
    const made = await tag({ description: "Warm", rank: 2 })
    const hidden = await update(made.id, withProfile({ is_visible: false }))
    expect(hidden.body.product_tag.tag_profile).toMatchObject({
      ...made.tag_profile,
      is_visible: false,
    })

    const emptied = await update(made.id, withProfile({ description: null }))
    expect(emptied.body.product_tag.tag_profile).toMatchObject({
      slug: made.tag_profile.slug,
      description: null,
      rank: 2,
      is_visible: false,
    })
    const bare = await update(made.id, {})
    expect(bare.body.product_tag.tag_profile).toEqual(
      emptied.body.product_tag.tag_profile
    )
  })

  it("does not take the slug of another, and is then not made at all", async () => {
    const { tag_profile } = await tag()
    const value = unique("rival")

    const { status, body } = await shop.admin<TagReply>("/product-tags", {
      body: { value, ...withProfile({ slug: tag_profile.slug }) },
    })

    expect([status, body.code, body.details]).toEqual([
      400,
      "slug_taken",
      [{ field: "additional_data.profile.slug", message: "is already taken" }],
    ])
    expect(await rows(value)).toEqual([])
  })

  it("keeps its name and profile when the new slug is another's", async () => {
    const { tag_profile } = await tag()
    const mine = await tag({ description: "Mine" })

    const { status, body } = await update(mine.id, {
      value: unique("other"),
      ...withProfile({ slug: tag_profile.slug, description: "Theirs" }),
    })

    expect([status, body.code]).toEqual([400, "slug_taken"])
    expect(await rows(mine.value)).toEqual([
      expect.objectContaining({
        slug: mine.tag_profile.slug,
        description: "Mine",
      }),
    ])
  })

  it("does not take the name of another", async () => {
    const { value } = await tag()
    const { status, body } = await shop.admin<TagReply>("/product-tags", {
      body: { value },
    })
    expect([status, body.code, body.details]).toEqual([
      400,
      "duplicate",
      [{ field: "value", message: "is already taken" }],
    ])
  })

  it("has one slug each, however many of one spelling are made at once", async () => {
    const name = unique("race")
    const values = ["", "!", "!!", "?", "??"].map((end) => `${name}${end}`)

    const made = await Promise.all(values.map((value) => tag({}, value)))

    expect(made.map((one) => one.tag_profile.slug).sort()).toEqual([
      name,
      `${name}-2`,
      `${name}-3`,
      `${name}-4`,
      `${name}-5`,
    ])
  })

  it.each([
    [{ slug: "Not A Slug" }, "slug"],
    [{ slug: "a--b" }, "slug"],
    [{ slug: "x".repeat(101) }, "slug"],
    [{ description: "x".repeat(1001) }, "description"],
    [{ rank: -1 }, "rank"],
    [{ rank: 1.5 }, "rank"],
    [{ is_visible: "no" }, "is_visible"],
    [{ colour: "red" }, "colour"],
  ])("is refused with %p, and its field named", async (profile, field) => {
    const value = unique("bad")
    const { status, body } = await shop.admin<TagReply>("/product-tags", {
      body: { value, ...withProfile(profile) },
    })

    expect([status, body.code, body.details?.[0].field]).toEqual([
      400,
      "invalid_data",
      `additional_data.profile.${field}`,
    ])
    expect(await rows(value)).toEqual([])
  })

  it("is not found under an id nobody has", async () => {
    const { status, body } = await update("ptag_none", withProfile({ rank: 1 }))
    expect([status, body.code]).toEqual([404, "not_found"])
  })

  it("sets its slug free when it is deleted", async () => {
    const made = await tag()
    const { status } = await shop.admin(`/product-tags/${made.id}`, {
      method: "DELETE",
    })
    expect(status).toBe(200)

    const heir = await tag({ slug: made.tag_profile.slug })
    expect(heir.tag_profile.slug).toBe(made.tag_profile.slug)
  })

  it("is not deleted while published products have no other", async () => {
    const made = await tag()
    await shop.fixtures.product({ tags: [{ id: made.id }] })
    await shop.fixtures.product({ tags: [{ id: made.id }], status: "draft" })

    const { status, body } = await shop.admin<TagReply>(
      `/product-tags/${made.id}`,
      { method: "DELETE" }
    )

    expect([status, body.code, body.details]).toEqual([
      400,
      "tag_needed",
      [{ field: "id", message: "is the only tag of 1 published product" }],
    ])
    expect(await rows(made.value)).toEqual([
      expect.objectContaining({ slug: made.tag_profile.slug }),
    ])
  })

  it("has a profile also when it was made past the workflows", async () => {
    const value = unique("past")
    const id = unique("ptag")
    await shop.sql("insert into product_tag (id, value) values ($1, $2)", [
      id,
      value,
    ])

    const { body } = await update(id, {})

    expect(body.product_tag.tag_profile).toMatchObject({
      slug: value,
      rank: 0,
      is_visible: true,
    })
  })
})

describe("the list of tags", () => {
  const name = unique("list")
  const values = ["b", "a", "c", "d"].map((letter) => `${name} ${letter}`)

  beforeAll(async () => {
    await tag({ rank: 2, description: `Warm ${name}-words` }, values[0])
    await tag({ rank: 2 }, values[1])
    const third = await tag({ rank: 1, slug: `own-${name}` }, values[2])
    const hidden = await tag({ rank: 0, is_visible: false }, values[3])
    const both = [{ id: third.id }, { id: hidden.id }]
    await shop.fixtures.product({ tags: both })
    await shop.fixtures.product({ tags: [{ id: third.id }], status: "draft" })
  })

  const staff = async (query: string) => {
    const { status, body } = await shop.admin<TagsReply>(
      `/product-tags?${query}`
    )
    expect(status).toBe(200)
    return { ...body, names: body.product_tags.map(({ value }) => value) }
  }

  const store = async (query: string) => {
    const { status, body } = await shop.store<TagsReply>(
      `/product-tags?${query}`
    )
    expect(status).toBe(200)
    return { ...body, names: body.product_tags.map(({ value }) => value) }
  }

  it("is in the order of their places and names, with counts of all products", async () => {
    const { names, count, product_tags } = await staff(`q=${name}`)

    expect([count, names]).toEqual([
      4,
      [values[3], values[2], values[1], values[0]],
    ])
    expect(product_tags.map((one) => one.product_count)).toEqual([1, 2, 0, 0])
  })

  it("is searched in name, slug and description", async () => {
    expect((await staff(`q=${name}-words`)).names).toEqual([values[0]])
    expect((await staff(`q=own-${name}`)).names).toEqual([values[2]])
    expect((await staff(`q=${name}%25`)).count).toBe(0)
  })

  it("is sorted, paged and filtered", async () => {
    expect((await staff(`q=${name}&order=-value`)).names).toEqual([
      values[3],
      values[2],
      values[0],
      values[1],
    ])
    const page = await staff(`q=${name}&order=value&limit=2&offset=1`)
    expect([page.names, page.count, page.limit, page.offset]).toEqual([
      [values[0], values[2]],
      ...[4, 2, 1],
    ])
    expect((await staff(`q=${name}&is_visible=false`)).names).toEqual([
      values[3],
    ])
    expect((await staff(`slug=own-${name}`)).names).toEqual([values[2]])
  })

  it("shows shoppers the visible ones, with slug, text, place and published products", async () => {
    const { names, count, product_tags } = await store(`q=${name}`)

    expect([count, names]).toEqual([3, [values[2], values[1], values[0]]])
    expect(product_tags.map((one) => one.product_count)).toEqual([1, 0, 0])
    expect(product_tags[0].tag_profile).toMatchObject({
      slug: `own-${name}`,
      description: null,
      rank: 1,
    })
    expect(product_tags[0].tag_profile.is_visible).toBeUndefined()
  })

  it("finds a tag by its slug, and not one that is hidden", async () => {
    expect((await store(`slug=own-${name}`)).names).toEqual([values[2]])
    const hidden = await staff(`q=${name}&is_visible=false`)
    const [{ id, tag_profile }] = hidden.product_tags
    expect((await store(`slug=${tag_profile.slug}`)).count).toBe(0)
    expect((await store(`id=${id}`)).count).toBe(0)
    const one = await shop.store<TagReply>(`/product-tags/${id}`)
    expect([one.status, one.body.code]).toEqual([404, "not_found"])
  })

  it("hides tags also where only Medusa knows the filter, and sorts them", async () => {
    const since = `q=${name}&created_at[$gte]=2020-01-01`
    expect((await store(since)).names.sort()).toEqual(
      [...values.slice(0, 3)].sort()
    )
    expect((await store(`value=${values[3]}&${since}`)).names).toEqual([])
    expect((await staff(`${since}&order=-value`)).names).toEqual([
      values[3],
      values[2],
      values[0],
      values[1],
    ])
  })

  it("refuses what cannot stand together, and what it does not know", async () => {
    const mixed = await shop.store<TagsReply>(
      "/product-tags?slug=a&created_at[$gte]=2020-01-01"
    )
    expect([mixed.status, mixed.body.code, mixed.body.details]).toEqual([
      400,
      "filter_not_combinable",
      [
        {
          field: "created_at",
          message: "cannot stand beside the other filters",
        },
      ],
    ])
    const unknown = await shop.store<TagsReply>("/product-tags?is_visible=true")
    expect([unknown.status, unknown.body.details]).toEqual([
      400,
      [{ field: "is_visible", message: "is not known here" }],
    ])
  })

  it("filters products by slug, and hides hidden tags on them", async () => {
    const [hidden] = (await staff(`q=${name}&is_visible=false`)).product_tags
    const products = async (wanted: string) =>
      (await shop.store<ProductsReply>(`/products?tag=${wanted}`)).body

    const found = await products(`own-${name}`)
    expect(found.count).toBe(1)
    expect(found.products[0].tags?.map(({ value }) => value)).toEqual([
      values[2],
    ])
    expect((await products(hidden.tag_profile.slug)).count).toBe(0)
    expect((await products(encodeURIComponent(hidden.value))).count).toBe(0)
    const one = await shop.store<ProductReply>(
      `/products/${found.products[0].id}`
    )
    expect(one.body.product.tags?.map(({ value }) => value)).toEqual([
      values[2],
    ])
  })
})
