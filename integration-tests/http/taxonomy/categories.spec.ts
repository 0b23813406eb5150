import { unique, useShop } from "../../support"
import {
  type CategoriesReply,
  type CategoryReply,
  taxonomyBed,
  withProfile,
} from "./bed"

const shop = useShop()
const { category } = taxonomyBed(shop)

const image = "https://pictures.example/watches.png"

const get = (id: string) =>
  shop.admin<CategoryReply>(`/product-categories/${id}`)

const update = (id: string, body: object) =>
  shop.admin<CategoryReply>(`/product-categories/${id}`, { body })

const remove = (id: string) =>
  shop.admin<CategoryReply>(`/product-categories/${id}`, { method: "DELETE" })

const row = async (id: string) =>
  (
    await shop.sql(
      `select name, handle, rank, mpath, parent_category_id, deleted_at
         from product_category where id = $1`,
      [id]
    )
  )[0]

const refused = (
  { status, body }: { status: number; body: CategoryReply },
  code: string,
  field: string,
  message: string
) =>
  expect([status, body.code, body.details]).toEqual([
    400,
    code,
    [{ field, message }],
  ])

describe("a category", () => {
  it("is made with its picture, and shows path, level and products", async () => {
    const root = await category({ ...withProfile({ image }) })
    const below = await category({ parent: root.id })
    const deepest = await category({ parent: below.id })
    await shop.fixtures.product({ categories: [{ id: root.id }] })
    await shop.fixtures.product({
      categories: [{ id: root.id }, { id: deepest.id }],
    })
    await shop.fixtures.product({
      categories: [{ id: deepest.id }],
      status: "draft",
    })

    const { body } = await get(root.id)
    expect(body.product_category).toMatchObject({
      path: `/${root.handle}`,
      level: 0,
      product_count: 2,
      total_product_count: 3,
      category_profile: { image, image_alt: null },
      parent_category: null,
      category_children: [
        { id: below.id, level: 1, product_count: 0, total_product_count: 2 },
      ],
    })
    const last = await get(deepest.id)
    expect(last.body.product_category).toMatchObject({
      path: `/${root.handle}/${below.handle}/${deepest.handle}`,
      level: 2,
      product_count: 2,
      total_product_count: 2,
      parent_category: { id: below.id, level: 1 },
    })
    const shopper = await shop.store<CategoryReply>(
      `/product-categories/${root.id}`
    )
    expect(shopper.body.product_category).toMatchObject({
      path: `/${root.handle}`,
      level: 0,
      product_count: 2,
      total_product_count: 2,
      category_profile: { image, image_alt: null },
    })
  })

  it("is changed with its picture, which is kept and emptied", async () => {
    const { id } = await category({ ...withProfile({ image }) })
    const described = await update(id, {
      description: "For every day",
      ...withProfile({ image_alt: "Watches" }),
    })
    expect(described.body.product_category).toMatchObject({
      description: "For every day",
      category_profile: { image, image_alt: "Watches" },
    })
    const emptied = await update(id, withProfile({ image: null }))
    expect(emptied.body.product_category.category_profile).toMatchObject({
      image: null,
      image_alt: "Watches",
    })
  })

  it.each([
    [{ image: "watches.png" }, "image"],
    [{ image: "javascript:alert(1)" }, "image"],
    [{ image_alt: "x".repeat(256) }, "image_alt"],
    [{ colour: "red" }, "colour"],
  ])("is refused with %p, and its field named", async (profile, field) => {
    const name = unique("bad")
    const { status, body } = await shop.admin<CategoryReply>(
      "/product-categories",
      { body: { name, ...withProfile(profile) } }
    )
    expect([status, body.code, body.details?.[0].field]).toEqual([
      400,
      "invalid_data",
      `additional_data.profile.${field}`,
    ])
    expect(
      await shop.sql("select id from product_category where name = $1", [name])
    ).toEqual([])
  })

  it("gets a handle of its name, and needs one where the name has no letters", async () => {
    const name = unique("Men's & Women’s")
    const made = await category({ name })
    expect(made.handle).toMatch(/^mens-womens-/)

    refused(
      await shop.admin<CategoryReply>("/product-categories", {
        body: { name: "ঘড়ি" },
      }),
      "invalid_handle",
      "handle",
      "must be lower-case letters a to z, digits and single hyphens between them, at most 100"
    )
  })

  it.each([["Not A Handle"], ["a--b"], ["x".repeat(101)]])(
    "is not given the handle %p",
    async (handle) => {
      const made = await category()
      const before = await row(made.id)
      const { status, body } = await update(made.id, { handle })
      expect([status, body.code]).toEqual([400, "invalid_handle"])
      expect(await row(made.id)).toEqual(before)
    }
  )

  it("does not take the handle of another", async () => {
    const { handle } = await category()
    const { status, body } = await shop.admin<CategoryReply>(
      "/product-categories",
      { body: { name: unique("other"), handle } }
    )
    expect([status, body.code, body.details]).toEqual([
      400,
      "duplicate",
      [{ field: "handle", message: "is already taken" }],
    ])
  })

  it.each([["   "], ["x".repeat(101)]])("is not named %p", async (name) => {
    const made = await category()
    refused(
      await update(made.id, { name }),
      "invalid_name",
      "name",
      "must be 1 to 100 characters"
    )
    expect(await row(made.id)).toMatchObject({ name: made.name })
  })

  it("shares its name with no sibling, whatever its case and blanks", async () => {
    const [one, two] = [await category(), await category()]
    const name = unique("Chronographs")
    const first = await category({ parent: one.id, name })
    const elsewhere = await category({
      parent: two.id,
      name,
      handle: unique("handle"),
    })
    const before = await row(elsewhere.id)

    refused(
      await shop.admin<CategoryReply>("/product-categories", {
        body: {
          name: ` ${name.toUpperCase()} `,
          handle: unique("handle"),
          parent_category_id: one.id,
        },
      }),
      "category_name_taken",
      "name",
      "is already taken"
    )
    refused(
      await update(elsewhere.id, { parent_category_id: one.id }),
      "category_name_taken",
      "name",
      "is already taken"
    )
    expect(await row(elsewhere.id)).toEqual(before)
    const same = await update(first.id, { name: name.toUpperCase() })
    expect(same.status).toBe(200)
  })

  it("is not found under an id nobody has, by staff and by shoppers", async () => {
    const changed = await update("pcat_none", { name: "Any" })
    const read = await get("pcat_none")
    const shopper = await shop.store<CategoryReply>(
      "/product-categories/pcat_none"
    )
    for (const { status, body } of [changed, read, shopper]) {
      expect([status, body.code]).toEqual([404, "not_found"])
    }
  })
})

describe("a category that is moved", () => {
  it("goes under another and to the root, with all that is below it", async () => {
    const [from, to] = [await category(), await category()]
    const moved = await category({ parent: from.id })
    const below = await category({ parent: moved.id })

    const under = await update(moved.id, { parent_category_id: to.id })
    expect(under.body.product_category).toMatchObject({
      parent_category_id: to.id,
      path: `/${to.handle}/${moved.handle}`,
      level: 1,
    })
    expect(await row(below.id)).toMatchObject({
      mpath: `${to.id}.${moved.id}.${below.id}`,
    })

    const root = await update(moved.id, { parent_category_id: null })
    expect(root.body.product_category).toMatchObject({
      parent_category_id: null,
      path: `/${moved.handle}`,
      level: 0,
    })
    expect(await row(moved.id)).toMatchObject({ mpath: moved.id })
    expect(await row(below.id)).toMatchObject({
      mpath: `${moved.id}.${below.id}`,
    })
  })

  it("never goes under itself or under what is below it", async () => {
    const root = await category()
    const below = await category({ parent: root.id })
    const deepest = await category({ parent: below.id })
    const all = () =>
      Promise.all([root, below, deepest].map(({ id }) => row(id)))
    const before = await all()

    for (const parent of [root, below, deepest]) {
      refused(
        await update(root.id, { parent_category_id: parent.id }),
        "category_inside_itself",
        "parent_category_id",
        "is the category itself or below it"
      )
    }
    expect(await all()).toEqual(before)
  })

  it("never goes under a category that does not exist", async () => {
    const made = await category()
    const before = await row(made.id)
    refused(
      await update(made.id, { parent_category_id: "pcat_none" }),
      "parent_not_found",
      "parent_category_id",
      "does not exist"
    )
    expect(await row(made.id)).toEqual(before)
  })

  it("takes its place among its siblings", async () => {
    const parent = await category()
    const [a, b, c] = [
      await category({ parent: parent.id }),
      await category({ parent: parent.id }),
      await category({ parent: parent.id }),
    ]
    const order = async () =>
      (
        await shop.admin<CategoriesReply>(
          `/product-categories?parent_category_id=${parent.id}`
        )
      ).body.product_categories.map(({ id, rank }) => [id, rank])
    expect(await order()).toEqual([
      [a.id, 0],
      [b.id, 1],
      [c.id, 2],
    ])

    await update(c.id, { rank: 0 })
    expect(await order()).toEqual([
      [c.id, 0],
      [a.id, 1],
      [b.id, 2],
    ])
    await update(a.id, { parent_category_id: null })
    expect(await order()).toEqual([
      [c.id, 0],
      [b.id, 1],
    ])
    await update(a.id, { parent_category_id: parent.id, rank: 1 })
    expect(await order()).toEqual([
      [c.id, 0],
      [a.id, 1],
      [b.id, 2],
    ])
  })
})

describe("a category that is deleted", () => {
  it("has nothing below it", async () => {
    const parent = await category()
    await category({ parent: parent.id })
    await category({ parent: parent.id })

    refused(
      await remove(parent.id),
      "category_has_children",
      "id",
      "has 2 categories below it"
    )
    expect(await row(parent.id)).toMatchObject({ deleted_at: null })
  })

  it("has no products, drafts included", async () => {
    const made = await category({ ...withProfile({ image }) })
    await shop.fixtures.product({
      categories: [{ id: made.id }],
      status: "draft",
    })

    refused(
      await remove(made.id),
      "category_has_products",
      "id",
      "has 1 product"
    )
    expect(await row(made.id)).toMatchObject({ deleted_at: null })
    expect((await get(made.id)).body.product_category).toMatchObject({
      category_profile: { image },
    })
  })

  it("goes with its profile, and its siblings move up", async () => {
    const parent = await category()
    const first = await category({
      parent: parent.id,
      ...withProfile({ image }),
    })
    const second = await category({ parent: parent.id })

    const { status } = await remove(first.id)

    expect(status).toBe(200)
    expect((await get(first.id)).status).toBe(404)
    expect(await row(second.id)).toMatchObject({ rank: 0 })
    expect(
      await shop.sql(
        "select id from category_profile where category_id = $1 and deleted_at is null",
        [first.id]
      )
    ).toEqual([])
  })
})

describe("the list of categories", () => {
  const name = unique("list")
  let root: string
  const child: Record<string, string> = {}

  beforeAll(async () => {
    root = (await category({ name: `${name} root` })).id
    const make = async (key: string, more: object = {}) => {
      child[key] = (
        await category({ name: `${name} ${key}`, parent: root, ...more })
      ).id
    }
    await make("b")
    await make("a", { description: `Warm ${name}words` })
    await make("off", { is_active: false })
    await make("inside", { is_internal: true })
  })

  const ids = async (who: "admin" | "store", query: string) => {
    const { status, body } = await shop[who]<CategoriesReply>(
      `/product-categories?${query}`
    )
    expect(status).toBe(200)
    return body.product_categories.map(({ id }) => id)
  }

  it("is in the order of places, and paged", async () => {
    const all = `parent_category_id=${root}`
    const order = [child.b, child.a, child.off, child.inside]
    expect(await ids("admin", all)).toEqual(order)
    expect(await ids("admin", `${all}&limit=2&offset=1`)).toEqual(
      order.slice(1, 3)
    )
    expect(await ids("store", all)).toEqual([child.b, child.a])
    expect(await ids("store", `${all}&order=name`)).toEqual([child.a, child.b])
  })

  it("is filtered by what is active, and by the roots", async () => {
    const all = `parent_category_id=${root}`
    expect(await ids("admin", `${all}&is_active=false`)).toEqual([child.off])
    for (const who of ["admin", "store"] as const) {
      expect(await ids(who, `parent_category_id=null&q=${name}`)).toEqual([
        root,
      ])
    }
  })

  it("is searched in name and description", async () => {
    expect(await ids("admin", `q=${name}words`)).toEqual([child.a])
    expect(await ids("store", `q=${name}+warm`)).toEqual([child.a])
  })

  it("is a whole tree in one call, without what shoppers do not see", async () => {
    const query = `/product-categories?id=${root}&include_descendants_tree=true`
    const staff = await shop.admin<CategoriesReply>(query)
    const shopper = await shop.store<CategoriesReply>(query)
    const below = ({ body }: typeof staff) =>
      body.product_categories[0].category_children.map(({ id, level }) => [
        id,
        level,
      ])

    expect(below(staff)).toEqual([
      [child.b, 1],
      [child.a, 1],
      [child.off, 1],
      [child.inside, 1],
    ])
    expect(below(shopper)).toEqual([
      [child.b, 1],
      [child.a, 1],
    ])
  })

  it("shows no hidden category beside a visible one", async () => {
    const { body } = await shop.store<CategoryReply>(
      `/product-categories/${root}`
    )
    expect(
      body.product_category.category_children.map(({ id }) => id).sort()
    ).toEqual([child.a, child.b].sort())
    const hidden = await shop.store<CategoryReply>(
      `/product-categories/${child.off}`
    )
    expect(hidden.status).toBe(404)
    const orphan = await category({ parent: child.off })
    const seen = await shop.store<CategoryReply>(
      `/product-categories/${orphan.id}`
    )
    expect([seen.status, seen.body.product_category.parent_category]).toEqual([
      200,
      null,
    ])
  })
})

describe("two at once", () => {
  it("never put each under the other", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await category(), await category()]

      const replies = await Promise.all([
        update(a.id, { parent_category_id: b.id }),
        update(b.id, { parent_category_id: a.id }),
      ])

      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400])
      const lost = replies.find(({ status }) => status === 400)
      expect(lost?.body.code).toBe("category_inside_itself")
      const parents = [await row(a.id), await row(b.id)].map(
        (one) => one.parent_category_id
      )
      expect(parents.filter(Boolean)).toHaveLength(1)
    }
  })

  it("lose no place: each sibling has its own", async () => {
    const [from, to] = [await category(), await category()]
    const moved = [0, 1, 2, 3, 4, 5].map(() => category({ parent: from.id }))
    const ids = (await Promise.all(moved)).map(({ id }) => id)

    await Promise.all(
      ids.map((id, at) =>
        update(id, { parent_category_id: to.id, rank: at % 2 })
      )
    )

    const { body } = await shop.admin<CategoriesReply>(
      `/product-categories?parent_category_id=${to.id}`
    )
    expect(body.product_categories.map(({ rank }) => rank)).toEqual([
      0, 1, 2, 3, 4, 5,
    ])
    expect(body.product_categories.map(({ id }) => id).sort()).toEqual(
      [...ids].sort()
    )
  })

  it("do not get one name among siblings", async () => {
    const parent = await category()
    const name = unique("same")
    const replies = await Promise.all(
      [1, 2, 3].map((at) =>
        shop.admin<CategoryReply>("/product-categories", {
          body: {
            name,
            handle: `${name}-${at}`,
            parent_category_id: parent.id,
          },
        })
      )
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })
})
