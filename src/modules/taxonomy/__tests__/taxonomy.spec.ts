import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { TAXONOMY_MODULE } from ".."
import { CategoryProfile } from "../models/category-profile"
import { TagProfile } from "../models/tag-profile"
import type { TaxonomyService } from "../service"
import type { TagProfileInput } from "../types"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<TaxonomyService>({
  moduleName: TAXONOMY_MODULE,
  moduleModels: [CategoryProfile, TagProfile],
  resolve: "./src/modules/taxonomy",
  testSuite: ({ service, MikroOrmWrapper }) => {
    const save = (
      tag_id: string,
      name = "Solar Power",
      profile: TagProfileInput = {}
    ) => service.saveTags([{ tag_id, name, profile }])
    const all = () => service.listTagProfiles({}, { order: { tag_id: "ASC" } })
    const slugs = async () => (await all()).map(({ slug }) => slug)
    const execute = (text: string) =>
      MikroOrmWrapper.forkManager().execute(text)

    describe("the profile of a tag", () => {
      it("is there with a slug of the name when nothing is said", async () => {
        expect(await save("tag_1")).toEqual([
          { tag_id: "tag_1", profile: null },
        ])
        expect(await all()).toMatchObject([
          {
            id: expect.stringMatching(/^tprof_/),
            tag_id: "tag_1",
            slug: "solar-power",
            description: null,
            rank: 0,
            is_visible: true,
          },
        ])
      })

      it("keeps what a later write leaves out, and drops what it empties", async () => {
        await save("tag_1", "Solar", { slug: "sun", description: "Warm" })
        const before = await save("tag_1", "Renamed", {
          rank: 3,
          is_visible: false,
          description: null,
        })

        expect(before).toEqual([
          {
            tag_id: "tag_1",
            profile: {
              slug: "sun",
              description: "Warm",
              rank: 0,
              is_visible: true,
            },
          },
        ])
        expect(await all()).toMatchObject([
          { slug: "sun", description: null, rank: 3, is_visible: false },
        ])
      })

      it("makes a slug of the name again when it is emptied", async () => {
        await save("tag_1", "Solar", { slug: "sun" })
        await save("tag_1", "Solar", { slug: null })
        expect(await slugs()).toEqual(["solar"])
      })

      it("counts on where a slug is taken, and where a name has no letters", async () => {
        await save("tag_1", "Solar Power")
        await save("tag_2", "solar power!")
        await save("tag_3", "Solar-Power")
        await save("tag_4", "ঘড়ি")
        await save("tag_5", "घड़ी")

        expect(await slugs()).toEqual([
          "solar-power",
          "solar-power-2",
          "solar-power-3",
          "tag",
          "tag-2",
        ])
      })

      it("is one row, and one slug each, however many write at once", async () => {
        await Promise.all([1, 2, 3, 4, 5, 6].map((n) => save(`tag_${n}`)))
        await Promise.all([1, 2, 3].map(() => save("tag_1")))

        expect((await slugs()).sort()).toEqual([
          "solar-power",
          "solar-power-2",
          "solar-power-3",
          "solar-power-4",
          "solar-power-5",
          "solar-power-6",
        ])
      })

      it("is not written when its slug is another's", async () => {
        await save("tag_1", "Solar", { slug: "sun" })
        await expect(
          save("tag_2", "Moon", { slug: "sun", description: "Cold" })
        ).rejects.toThrow(/slug/)
        expect(await all()).toMatchObject([{ tag_id: "tag_1" }])
      })

      it.each([
        ["slug", "'Not a slug'"],
        ["slug", "'a--b'"],
        ["slug", `'${"x".repeat(101)}'`],
        ["description", `'${"x".repeat(1001)}'`],
        ["rank", "-1"],
      ])("is not stored with %s %p", async (column, value) => {
        await save("tag_1")
        await expect(
          execute(`update tag_profile set "${column}" = ${value}`)
        ).rejects.toThrow(/ck_tag_profile/i)
      })

      it("goes back to what it was", async () => {
        await save("tag_1", "Solar", { description: "Warm", rank: 2 })
        const before = await service.saveTags([
          { tag_id: "tag_1", name: "Solar", profile: { slug: "x", rank: 9 } },
          { tag_id: "tag_2", name: "Moon", profile: {} },
        ])

        await service.restoreTags(before)

        expect(await all()).toMatchObject([
          { tag_id: "tag_1", slug: "solar", description: "Warm", rank: 2 },
        ])
      })

      it("goes with its tag, sets its slug free, and comes back", async () => {
        await save("tag_1", "Solar")
        await service.hideTags(["tag_1"])
        expect(await all()).toEqual([])
        await service.bringBackTags(["tag_1"])
        expect(await slugs()).toEqual(["solar"])

        await service.hideTags(["tag_1"])
        await save("tag_2", "Solar")
        expect(await slugs()).toEqual(["solar"])
      })

      it("says which tags are hidden, of all or of some", async () => {
        await save("tag_1", "A", { is_visible: false })
        await save("tag_2", "B")
        await save("tag_3", "C", { is_visible: false })

        expect(await service.listHiddenTags()).toEqual(["tag_1", "tag_3"])
        expect(await service.listHiddenTags(["tag_2", "tag_3"])).toEqual([
          "tag_3",
        ])
        expect(await service.listHiddenTags([])).toEqual([])
      })
    })

    describe("the profile of a category", () => {
      const image = "https://pictures.example/watches.png"

      it("is written, kept, emptied and put back", async () => {
        expect(
          await service.saveCategories([
            { category_id: "cat_1", profile: { image, image_alt: "Watches" } },
          ])
        ).toEqual([{ category_id: "cat_1", profile: null }])
        const before = await service.saveCategories([
          { category_id: "cat_1", profile: { image_alt: null } },
          { category_id: "cat_2", profile: { image } },
        ])
        expect(
          await service.listCategoryProfiles(
            {},
            { order: { category_id: "ASC" } }
          )
        ).toMatchObject([
          {
            id: expect.stringMatching(/^cprof_/),
            category_id: "cat_1",
            image,
            image_alt: null,
          },
          { category_id: "cat_2", image, image_alt: null },
        ])

        await service.restoreCategories(before)

        expect(await service.listCategoryProfiles()).toMatchObject([
          { category_id: "cat_1", image, image_alt: "Watches" },
        ])
      })

      it("goes with its category and comes back", async () => {
        await service.saveCategories([
          { category_id: "cat_1", profile: { image } },
        ])
        await service.hideCategories(["cat_1"])
        expect(await service.listCategoryProfiles()).toEqual([])
        await service.bringBackCategories(["cat_1"])
        expect(await service.listCategoryProfiles()).toHaveLength(1)
      })
    })
  },
})
