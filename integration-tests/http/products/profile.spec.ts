import { type Shop, unique, useShop } from "../../support"
import { type ProductReply, STAFF_FIELDS, WHOLE } from "./bed"

const shop = useShop()

const profileOf = async (id: string) =>
  (await shop.admin<ProductReply>(`/products/${id}?${STAFF_FIELDS}`)).body
    .product.product_profile

const update = (id: string, body: object) =>
  shop.admin<ProductReply>(`/products/${id}?${STAFF_FIELDS}`, { body })

const withProfile = (profile: object) => ({ additional_data: { profile } })

/** The groups of a product of one's own, to make another like it. */
async function parts() {
  const { id } = await shop.fixtures.product()
  const { body } = await shop.admin<ProductReply>(
    `/products/${id}?fields=*tags,*categories`
  )
  const only = (list: { id: string }[] | null | undefined) =>
    (list ?? []).map((entry) => ({ id: entry.id }))
  return {
    tags: only(body.product.tags),
    categories: only(body.product.categories),
  }
}

const bare = (more: object = {}) => {
  const handle = unique("product")
  return {
    title: handle,
    handle,
    options: [{ title: "Kind", values: ["One"] }],
    variants: [
      {
        title: "One",
        options: { Kind: "One" },
        prices: [{ currency_code: "kes", amount: 100 }],
      },
    ],
    ...more,
  }
}

const image = [{ url: "https://pictures.example/a.png" }]
const held = (handle: string) =>
  shop.sql("select id from product where handle = $1", [handle])

describe("the profile of a product", () => {
  it("is made with the product in one call, and shown to shoppers", async () => {
    const meta_title = unique("title")
    const { id } = await shop.fixtures.product({
      profile: {
        ...WHOLE,
        meta_title,
        cost_price: { amount: 900.5, currency_code: "kes" },
      },
    })

    const { status, body } = await shop.store<ProductReply>(
      `/products/${id}?fields=+product_profile.*`
    )

    expect(status).toBe(200)
    const { low_stock_threshold, ...seen } = WHOLE
    expect(body.product.title).toBeTruthy()
    expect(body.product.product_profile).toEqual({
      ...seen,
      meta_title,
      view_count: 0,
      sold_count: 0,
      rating_average: null,
      rating_count: 0,
      product_id: id,
    })
    expect(await profileOf(id)).toMatchObject({ low_stock_threshold })
  })

  it("is changed field by field, and emptied with null", async () => {
    const { id } = await shop.fixtures.product({ profile: WHOLE })

    const { status, body } = await update(
      id,
      withProfile({ warranty: null, features: ["Lume"] })
    )

    expect(status).toBe(200)
    expect(body.product.product_profile).toMatchObject({
      ...WHOLE,
      warranty: null,
      features: ["Lume"],
    })
  })

  it("is not there while nobody wrote one", async () => {
    const { id } = await shop.fixtures.product()
    const { body } = await shop.store<ProductReply>(
      `/products/${id}?fields=*product_profile`
    )

    expect(body.product.product_profile ?? null).toBeNull()
  })

  it("is made and changed in a batch, each product its own", async () => {
    const [one, two] = [unique("title"), unique("title")]
    const old = await shop.fixtures.product({ profile: WHOLE })
    const fresh = [
      bare(withProfile({ brand: "A", meta_title: one })),
      bare(),
      bare(withProfile({ brand: "B", meta_title: two })),
    ]
    const { status, body } = await shop.admin<{
      created: { id: string; handle: string }[]
    }>("/products/batch", {
      body: {
        create: fresh,
        update: [{ id: old.id, ...withProfile({ brand: "C" }) }],
      },
    })

    expect(status).toBe(200)
    const profiles = await Promise.all(
      fresh.map(({ handle }) =>
        profileOf(
          body.created.find((product) => product.handle === handle)?.id ?? ""
        )
      )
    )
    expect(profiles[0]).toMatchObject({ brand: "A", meta_title: one })
    expect(profiles[1] ?? null).toBeNull()
    expect(profiles[2]).toMatchObject({ brand: "B", meta_title: two })
    expect(await profileOf(old.id)).toMatchObject({ ...WHOLE, brand: "C" })
  })

  it("goes with its product, and with it the meta title", async () => {
    const meta_title = unique("title")
    const { id } = await shop.fixtures.product({ profile: { meta_title } })
    await shop.admin(`/products/${id}`, { method: "DELETE" })

    const next = await shop.fixtures.product({ profile: { meta_title } })

    expect(await profileOf(next.id)).toMatchObject({ meta_title })
  })
})

describe("a profile is refused", () => {
  const wrong: [string, object, string][] = [
    ["an unknown field", { colour: "red" }, "colour"],
    ["figures that are counted", { view_count: 5 }, "view_count"],
    ["a rating from outside", { rating_average: 5 }, "rating_average"],
    ["too long a brand", { brand: "x".repeat(101) }, "brand"],
    ["an empty brand", { brand: " " }, "brand"],
    ["a script as a video", { video_url: "javascript:alert(1)" }, "video_url"],
    [
      "a threshold below zero",
      { low_stock_threshold: -1 },
      "low_stock_threshold",
    ],
    ["half a piece", { low_stock_threshold: 0.5 }, "low_stock_threshold"],
    ["features that are no texts", { features: [1] }, "features.0"],
    [
      "a nameless specification",
      { specifications: [{ value: "x" }] },
      "specifications.0.name",
    ],
    ["a prefix with blanks", { sku_prefix: "A B" }, "sku_prefix"],
    [
      "a cost below zero",
      { cost_price: { amount: -1, currency_code: "kes" } },
      "cost_price.amount",
    ],
    [
      "a cost without a currency",
      { cost_price: { amount: 1 } },
      "cost_price.currency_code",
    ],
  ]

  it.each(wrong)("for %s, and nothing changes", async (_, profile, field) => {
    const { id } = await shop.fixtures.product({ profile: WHOLE })
    const path = `additional_data.profile.${field}`

    const updated = await update(id, { title: "New", ...withProfile(profile) })
    const fresh = bare(withProfile(profile))
    const created = await shop.admin<ProductReply>("/products", { body: fresh })
    const batched = await shop.admin<ProductReply>("/products/batch", {
      body: { create: [fresh] },
    })

    for (const [reply, at] of [
      [updated, path],
      [created, path],
      [batched, `create.0.${path}`],
    ] as const) {
      expect(reply.status).toBe(400)
      expect(reply.body.code).toBe("invalid_data")
      expect(reply.body.details?.map((detail) => detail.field)).toEqual([at])
    }
    const { body } = await shop.admin<ProductReply>(
      `/products/${id}?${STAFF_FIELDS}`
    )
    expect(body.product.title).not.toBe("New")
    expect(body.product.product_profile).toMatchObject(WHOLE)
    expect(await held(fresh.handle)).toEqual([])
  })

  it("when it is called something else", async () => {
    const { status, body } = await shop.admin<ProductReply>("/products", {
      body: bare({ additional_data: { profil: {} } }),
    })

    expect(status).toBe(400)
    expect(body.details).toEqual([
      { field: "additional_data.profil", message: "is not known here" },
    ])
  })

  it("for a meta title that is taken, however it is spelled", async () => {
    const meta_title = unique("Slim Watch")
    await shop.fixtures.product({ profile: { meta_title } })
    const { id } = await shop.fixtures.product({ profile: { brand: "Mine" } })
    const taken = withProfile({ meta_title: meta_title.toUpperCase() })
    const fresh = bare(taken)

    const replies = [
      await update(id, { title: "New", ...taken }),
      await shop.admin<ProductReply>("/products", { body: fresh }),
      await shop.admin<ProductReply>("/products/batch", {
        body: { update: [{ id, title: "New", ...taken }], create: [fresh] },
      }),
    ]

    const path = "additional_data.profile.meta_title"
    expect(
      replies.map(({ status, body }) => [
        status,
        body.code,
        body.details?.map(({ field }) => field),
      ])
    ).toEqual([
      [400, "meta_title_taken", [path]],
      [400, "meta_title_taken", [path]],
      [400, "meta_title_taken", [`create.0.${path}`, `update.0.${path}`]],
    ])
    expect(await profileOf(id)).toMatchObject({
      brand: "Mine",
      meta_title: null,
    })
    expect(await held(fresh.handle)).toEqual([])
  })

  it("to all but one of eight who want one meta title at once", async () => {
    const meta_title = unique("title")
    const wanted = Array.from({ length: 8 }, () =>
      bare(withProfile({ meta_title }))
    )

    const replies = await Promise.all(
      wanted.map((body) => shop.admin<ProductReply>("/products", { body }))
    )

    expect(replies.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array<number>(7).fill(400),
    ])
    for (const { status, body } of replies) {
      expect(body.code).toBe(status === 200 ? undefined : "meta_title_taken")
    }
    const left = await shop.sql(
      "select id from product where handle = any($1)",
      [wanted.map(({ handle }) => handle)]
    )
    expect(left).toHaveLength(1)
  })
})

describe("publishing", () => {
  it("needs an image, a tag and a category; a draft does not", async () => {
    const draft = bare()
    const made = await shop.admin<ProductReply>("/products", { body: draft })
    const { id } = made.body.product
    const published = bare({ status: "published", images: image })

    const replies = [
      await shop.admin<ProductReply>("/products", { body: published }),
      await update(id, { title: "New", status: "published" }),
      await shop.admin<ProductReply>("/products/batch", {
        body: {
          create: [published],
          update: [{ id, title: "New", status: "published" }],
        },
      }),
    ]

    expect(made.status).toBe(200)
    expect(
      replies.map(({ status, body }) => [
        status,
        body.code,
        body.details?.map(({ field }) => field),
      ])
    ).toEqual([
      [400, "product_incomplete", ["tags", "categories"]],
      [400, "product_incomplete", ["images", "tags", "categories"]],
      [
        400,
        "product_incomplete",
        [
          "create.0.tags",
          "create.0.categories",
          "update.0.images",
          "update.0.tags",
          "update.0.categories",
        ],
      ],
    ])
    const { body } = await shop.admin<ProductReply>(`/products/${id}`)
    expect(body.product).toMatchObject({ title: draft.title, status: "draft" })
    expect(await held(published.handle)).toEqual([])
  })

  it("succeeds in the call that brings what was missing", async () => {
    const { body } = await shop.admin<ProductReply>("/products", {
      body: bare(),
    })

    const { status, body: after } = await update(body.product.id, {
      status: "published",
      images: image,
      ...(await parts()),
    })

    expect(status).toBe(200)
    expect(after.product.status).toBe("published")
  })

  it.each(["images", "tags", "categories"])(
    "keeps the last of its %s while it is published",
    async (field) => {
      const { id } = await shop.fixtures.product()
      const taken = {
        [field]: [],
        ...(field === "images" ? { thumbnail: null } : {}),
      }

      const { status, body } = await update(id, taken)

      expect([status, body.code]).toEqual([400, "product_incomplete"])
      const after = await shop.admin<ProductReply>(
        `/products/${id}?fields=*images,*tags,*categories`
      )
      expect(after.body.product).toMatchObject({
        images: [expect.anything()],
        tags: [expect.anything()],
        categories: [expect.anything()],
      })
      expect((await update(id, { ...taken, status: "draft" })).status).toBe(200)
    }
  )
})

describe("the handle", () => {
  it.each([
    "Upper",
    "two--hyphens",
    "-start",
    "end-",
    "with space",
    "ঘড়ি",
    "a_b",
  ])("%s is refused", async (handle) => {
    const { id } = await shop.fixtures.product()
    const replies = [
      await shop.admin<ProductReply>("/products", { body: bare({ handle }) }),
      await update(id, { handle }),
    ]

    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([400, "invalid_handle"])
      expect(body.details?.map(({ field }) => field)).toEqual(["handle"])
    }
    expect(await held(handle)).toEqual([])
  })

  it("longer than 255 characters is refused, and so is such a title", async () => {
    const { status, body } = await shop.admin<ProductReply>("/products", {
      body: bare({ handle: "a".repeat(256), title: "b".repeat(256) }),
    })

    expect([status, body.code]).toEqual([400, "invalid_data"])
    expect(body.details?.map(({ field }) => field)).toEqual(["handle", "title"])
  })

  it("that another product has is refused", async () => {
    const { handle } = await shop.fixtures.product()
    const { id, title } = await shop.fixtures.product()
    const fresh = bare({ handle })

    for (const { status, body } of [
      await shop.admin<ProductReply>("/products", { body: fresh }),
      await update(id, { handle, title: "New" }),
    ]) {
      expect([status, body.code, body.details]).toEqual([
        400,
        "duplicate",
        [{ field: "handle", message: "is already taken" }],
      ])
    }
    expect(await held(handle)).toHaveLength(1)
    const { body } = await shop.admin<ProductReply>(`/products/${id}`)
    expect(body.product.title).toBe(title)
  })

  it("is judged by the database as well, whoever writes", async () => {
    const { id } = await shop.fixtures.product()

    await expect(
      shop.sql("update product set handle = 'No--Slug' where id = $1", [id])
    ).rejects.toThrow("CK_product_handle")
  })

  it("that cannot be made from the title has to be given", async () => {
    const { handle: _none, ...body } = bare({ title: unique("ঘড়ি") })
    const reply = await shop.admin<ProductReply>("/products", { body })

    expect([reply.status, reply.body.code]).toEqual([400, "invalid_handle"])
    expect(
      await shop.sql("select id from product where title = $1", [body.title])
    ).toEqual([])
  })
})

describe("the cost of a product", () => {
  const routes: [string, (shop: Shop, id: string) => Promise<string>][] = [
    ["a product", async (_, id) => `/products/${id}`],
    ["the list", async (_, id) => `/products?id=${id}`],
    ["variants", async () => "/product-variants"],
    ["collections", async () => "/collections"],
    ["categories", async () => "/product-categories"],
    ["tags", async () => "/product-tags"],
  ]
  const asked = [
    "*product_profile",
    "product_profile.cost_price",
    "+product_cost.*",
    "*product_cost",
    "product_cost.amount",
    "*product.product_cost",
    "product.product_profile.cost_price",
    "*products.product_cost",
    "products.product_cost.amount",
    "*variants.product.product_cost",
    "*items.product.product_cost",
    "items.variant.product.product_cost.amount",
    "*items.product.product_profile",
  ]
  /** No price or stock has these digits. */
  const COST = 731.4191

  it("is shown to staff", async () => {
    const { id } = await shop.fixtures.product({
      profile: { cost_price: { amount: COST, currency_code: "kes" } },
    })
    const { body } = await shop.admin<ProductReply>(
      `/products/${id}?${STAFF_FIELDS}`
    )

    expect(body.product.product_cost).toMatchObject({
      amount: COST,
      currency_code: "kes",
    })
  })

  it("is in no answer to a shopper, whatever fields are asked for", async () => {
    const product = await shop.fixtures.product({
      profile: {
        ...WHOLE,
        cost_price: { amount: COST, currency_code: "kes" },
      },
    })
    const items = [{ variant_id: product.variants?.[0].id ?? "" }]
    const cart = await shop.fixtures.cart({ items })
    const order = await shop.fixtures.order({ items })
    const paths = [
      ...(await Promise.all(routes.map(([, path]) => path(shop, product.id)))),
      `/carts/${cart.id}`,
      `/orders/${order.id}`,
    ]

    for (const path of paths) {
      for (const fields of asked) {
        const mark = path.includes("?") ? "&" : "?"
        const { body } = await shop.store(
          `${path}${mark}fields=${encodeURIComponent(fields)}`
        )
        const text = JSON.stringify(body)
        expect(`${path} ${fields}: ${text.includes(String(COST))}`).toBe(
          `${path} ${fields}: false`
        )
        expect(text).not.toContain("cost_price")
        expect(text).not.toContain('product_cost"')
      }
    }
  })

  it("decides no order of a shopper's list", async () => {
    const { status, body } = await shop.store<ProductReply>(
      "/products?order=product_cost.amount"
    )

    expect([status, body.type]).toEqual([400, "invalid_data"])
  })
})
