import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  deleteProductCategoriesWorkflow,
  deleteProductTagsWorkflow,
  updateProductCategoriesWorkflow,
  updateProductTagsWorkflow,
} from "@medusajs/medusa/core-flows"
import type * as Taxonomy from "../../../src/workflows/taxonomy"
import {
  type CategoryReply,
  type Tag,
  type TagReply,
  taxonomyBed,
  withProfile,
} from "../../http/taxonomy/bed"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

let shop: Shop
let container: MedusaContainer
/** They read the settings, which are those of the app once it is booted. */
let ours: typeof Taxonomy
let bed: ReturnType<typeof taxonomyBed>

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  ours = jest.requireActual("../../../src/workflows/taxonomy")
  bed = taxonomyBed(shop)
})

const laterStep = createStep("later", async (): Promise<StepResponse<void>> => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A later step failed.")
})

type Runnable = ReturnWorkflow<object, unknown, never[]>

let turn = 0

/** Runs a workflow to its end, as a part of one that fails afterwards. */
async function runAndFail(workflow: object, input: object) {
  turn += 1
  const failing = createWorkflow(
    `test-failing-taxonomy-${turn}`,
    (given: WorkflowData<object>) => {
      ;(workflow as Runnable).runAsStep({ input: given })
      laterStep()
      return new WorkflowResponse(undefined)
    }
  )
  await expect(failing(container).run({ input })).rejects.toMatchObject({
    message: "A later step failed.",
  })
}

/** All that the workflows write, of everything there is. */
const written = async () => ({
  tags: await shop.sql(
    "select id, value from product_tag where deleted_at is null order by id"
  ),
  tagProfiles: await shop.sql(
    `select tag_id, slug, description, rank, is_visible from tag_profile
      where deleted_at is null order by tag_id`
  ),
  categories: await shop.sql(
    `select id, name, handle, parent_category_id, mpath, rank
       from product_category where deleted_at is null order by id`
  ),
  categoryProfiles: await shop.sql(
    `select category_id, image, image_alt from category_profile
      where deleted_at is null order by category_id`
  ),
})

const image = "https://pictures.example/a.png"

type Setting = { tag: Tag; root: string; first: string; second: string }

async function setting(): Promise<Setting> {
  const tag = await bed.tag({ description: "Warm", rank: 3 })
  const root = await bed.category()
  const first = await bed.category({
    parent: root.id,
    ...withProfile({ image }),
  })
  const second = await bed.category({ parent: root.id })
  return { tag, root: root.id, first: first.id, second: second.id }
}

const changes: [string, () => object, (setting: Setting) => object][] = [
  [
    "making tags",
    () => createProductTagsWorkflow,
    () => ({
      product_tags: [{ value: unique("tag") }],
      ...withProfile({ description: "New" }),
    }),
  ],
  [
    "changing tags",
    () => updateProductTagsWorkflow,
    ({ tag }) => ({
      selector: { id: tag.id },
      update: { value: unique("tag") },
      ...withProfile({ slug: unique("slug"), rank: 9, is_visible: false }),
    }),
  ],
  [
    "deleting tags",
    () => deleteProductTagsWorkflow,
    ({ tag }) => ({ ids: [tag.id] }),
  ],
  [
    "saving profiles of tags",
    () => ours.saveTagProfilesWorkflow,
    ({ tag }) => ({
      profiles: [{ tag_id: tag.id, name: "x", profile: { rank: 9 } }],
    }),
  ],
  [
    "making categories",
    () => createProductCategoriesWorkflow,
    ({ root }) => ({
      product_categories: [
        { name: unique("category"), parent_category_id: root, rank: 0 },
      ],
      ...withProfile({ image }),
    }),
  ],
  [
    "changing categories",
    () => updateProductCategoriesWorkflow,
    ({ first }) => ({
      selector: { id: first },
      update: { name: unique("category") },
      ...withProfile({ image: null, image_alt: "Other" }),
    }),
  ],
  [
    "moving a category",
    () => ours.updateCategoryWorkflow,
    ({ first }) => ({
      id: first,
      update: { parent_category_id: null },
      ...withProfile({ image_alt: "Other" }),
    }),
  ],
  [
    "placing a category",
    () => ours.updateCategoryWorkflow,
    ({ second }) => ({ id: second, update: { rank: 0 } }),
  ],
  [
    "deleting categories",
    () => deleteProductCategoriesWorkflow,
    ({ first }) => [first],
  ],
  [
    "saving profiles of categories",
    () => ours.saveCategoryProfilesWorkflow,
    ({ first, second }) => ({
      profiles: [
        { category_id: first, profile: { image: null } },
        { category_id: second, profile: { image } },
      ],
    }),
  ],
]

describe("what a later step takes back", () => {
  it.each(changes)("of %s is all of it", async (_, workflow, inputOf) => {
    const input = inputOf(await setting())
    const before = await written()

    await runAndFail(workflow(), input)

    expect(await written()).toEqual(before)
  })
})

describe("a rival who is faster", () => {
  it("keeps the slug, and the loser's tag is not there", async () => {
    const slug = unique("slug")
    const [winner, loser] = [unique("tag"), unique("tag")]
    const make = (value: string) =>
      shop.admin<TagReply>("/product-tags", {
        body: { value, ...withProfile({ slug }) },
      })
    const race = runBefore("productTagsCreated", () => make(winner), {
      workflow: "create-product-tags",
    })

    const { status, body } = await make(loser)

    expect(race.happened()).toBe(true)
    expect([status, body.code]).toEqual([400, "slug_taken"])
    expect(
      await shop.sql(
        "select value from product_tag where value = any($1) and deleted_at is null",
        [[winner, loser]]
      )
    ).toEqual([{ value: winner }])
  })

  it("has moved the new parent under the category that moves", async () => {
    const [a, b] = [await bed.category(), await bed.category()]
    const move = (id: string, parent_category_id: string) =>
      shop.admin<CategoryReply>(`/product-categories/${id}`, {
        body: { parent_category_id },
      })
    const race = runBefore("update-product-categories", () => move(b.id, a.id))

    const { status, body } = await move(a.id, b.id)

    expect(race.happened()).toBe(true)
    expect([status, body.code]).toEqual([400, "category_inside_itself"])
    expect(await bed.under(a.id)).toEqual([
      { id: b.id, rank: 0, mpath: `${a.id}.${b.id}` },
    ])
    expect(await bed.under(b.id)).toEqual([])
  })
})

it("tags of the module alone get a profile, also when asked for twice at once", async () => {
  const value = unique("Of The Module")
  const { id } = await container
    .resolve(Modules.PRODUCT)
    .createProductTags({ value })
  const complete = () =>
    ours.completeTagsWorkflow(container).run({ input: { ids: [id] } })

  await Promise.all([complete(), complete(), complete()])

  expect(
    await shop.sql(
      "select slug, rank, is_visible from tag_profile where tag_id = $1",
      [id]
    )
  ).toEqual([
    {
      slug: value.toLowerCase().replace(/ /g, "-"),
      rank: 0,
      is_visible: true,
    },
  ])
})
