import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { PRODUCT_PROFILE_MODULE } from ".."
import { ProductProfile } from "../models/product-profile"
import { RecentView } from "../models/recent-view"
import { VariantProfile } from "../models/variant-profile"
import type { ProductProfileService } from "../service"
import type { ProfileInput, Rated } from "../types"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<ProductProfileService>({
  moduleName: PRODUCT_PROFILE_MODULE,
  moduleModels: [ProductProfile, RecentView, VariantProfile],
  resolve: "./src/modules/product-profile",
  testSuite: ({ service, MikroOrmWrapper }) => {
    const save = (profile: ProfileInput, product_id = "prod_1") =>
      service.saveProfiles([{ product_id, profile }])
    const sold = (count: string) => ({
      text: `select 'prod_1' as product_id, (${count})::int as count`,
      values: [],
    })
    const rated = (figures: Omit<Rated, "product_id">): Rated => ({
      product_id: "prod_1",
      ...figures,
    })
    const read = async (product_id = "prod_1") =>
      (await service.listProductProfiles({ product_id }))[0]

    describe("the profile of a product", () => {
      it("is written whole and read as it was written", async () => {
        const profile = {
          brand: "Zuberon",
          short_description: "Slim",
          meta_title: "Zuberon Linea",
          meta_description: "A slim watch",
          features: ["Sapphire", "Five-year battery"],
          specifications: [
            { name: "Case", value: "38 mm" },
            { name: "Band", value: "Leather" },
          ],
          has_warranty: true,
          warranty: "Two years",
          video_url: "https://video.example/linea",
          featured: true,
          low_stock_threshold: 7,
          sku_prefix: "ZUB",
        }

        await save(profile)

        expect(await read()).toMatchObject({
          ...profile,
          id: expect.stringMatching(/^pprof_/),
          product_id: "prod_1",
          meta_title_key: "zuberon linea",
          inactive_variants: [],
          view_count: 0,
          sold_count: 0,
          rating_average: null,
          rating_count: 0,
        })
      })

      it("keeps what a later write leaves out, and drops what it empties", async () => {
        await save({ brand: "Zuberon", warranty: "Two years", featured: true })
        await save({ warranty: null, features: ["Lume"] })

        expect(await read()).toMatchObject({
          brand: "Zuberon",
          warranty: null,
          featured: true,
          features: ["Lume"],
        })
      })

      it("keeps the fields of ten writers at once in one row", async () => {
        const fields: ProfileInput[] = [
          { brand: "A" },
          { warranty: "B" },
          { sku_prefix: "C" },
          { short_description: "D" },
          { featured: true },
        ]
        await Promise.all([...fields, ...fields].map((field) => save(field)))

        expect(await service.listProductProfiles({})).toHaveLength(1)
        expect(await read()).toMatchObject(Object.assign({}, ...fields))
      })

      it("tells how it was, and goes back to that without losing figures", async () => {
        await save({ brand: "Old", features: ["One"] })
        const [before] = await service.saveProfiles([
          {
            product_id: "prod_1",
            profile: { brand: "New", features: [], meta_title: "New" },
          },
        ])
        await service.recountSold(["prod_1"], sold("3"))

        await service.restoreProfiles([before])

        expect(await read()).toMatchObject({
          brand: "Old",
          features: ["One"],
          meta_title: null,
          meta_title_key: null,
          sold_count: 3,
        })
      })

      it("that was not there goes again", async () => {
        const before = await save({ brand: "New" })

        await service.restoreProfiles(before)

        expect(await service.listProductProfiles({})).toEqual([])
      })
    })

    describe("the database", () => {
      it("holds a meta title once, however it is spelled", async () => {
        await save({ meta_title: "Slim  Watch" })

        await expect(
          save({ meta_title: " slim watch" }, "prod_2")
        ).rejects.toThrow(/meta_title_key/)
        expect(await read("prod_2")).toBeUndefined()
      })

      it("lets a product keep its own meta title, and many have none", async () => {
        await save({ meta_title: "Slim watch" })
        await save({ meta_title: "Slim watch" })
        await save({ meta_title: null }, "prod_2")
        await save({ meta_title: "" }, "prod_3")

        expect(await service.listProductProfiles({})).toHaveLength(3)
      })

      it.each([
        [{ brand: "x".repeat(101) }],
        [{ meta_title: "x".repeat(256) }],
        [{ meta_description: "x".repeat(1001) }],
        [{ short_description: "x".repeat(1001) }],
        [{ warranty: "x".repeat(1001) }],
        [{ video_url: "x".repeat(2049) }],
        [{ sku_prefix: "x".repeat(51) }],
        [{ low_stock_threshold: -1 }],
      ])("refuses too much or too little: %#", async (profile) => {
        await expect(save(profile)).rejects.toThrow(/CK_product_profile|ck_/i)
        expect(await service.listProductProfiles({})).toEqual([])
      })

      it("refuses figures below zero or above five", async () => {
        await expect(
          service.recountSold(["prod_1"], sold("-1"))
        ).rejects.toThrow(/sold_count/)
        await expect(
          service.setRatings([
            rated({ rating_average: 5.1, rating_count: 1, version: 1 }),
          ])
        ).rejects.toThrow(/rating_average/)
        expect(await service.listProductProfiles({})).toEqual([])
      })
    })

    describe("a variant", () => {
      const flag = (variant_id: string, active: boolean) => ({
        variant_id,
        product_id: "prod_1",
        active,
      })

      it("is switched off and on, and its product knows", async () => {
        const before = await service.setVariantsActive([
          flag("variant_1", false),
          flag("variant_2", true),
        ])

        expect(before).toEqual([
          flag("variant_1", true),
          flag("variant_2", true),
        ])
        expect((await read()).inactive_variants).toEqual(["variant_1"])
        expect(
          await service.listInactive(["variant_1", "variant_2", "variant_3"])
        ).toEqual(["variant_1"])

        expect(
          await service.setVariantsActive([flag("variant_1", true)])
        ).toEqual([flag("variant_1", false)])
        expect((await read()).inactive_variants).toEqual([])
      })

      it("is known to its product when many are switched at once", async () => {
        const ids = Array.from({ length: 8 }, (_, i) => `variant_${i}`)

        await Promise.all(
          ids.map((id) => service.setVariantsActive([flag(id, false)]))
        )

        expect((await read()).inactive_variants).toEqual(ids)
      })
    })

    describe("the figures", () => {
      it("of sales are those of who counted last, however they overlap", async () => {
        await MikroOrmWrapper.getManager().execute("create sequence turn")
        const count = sold("nextval('turn')")
        await Promise.all(
          Array.from({ length: 12 }, () =>
            service.recountSold(["prod_1"], count)
          )
        )
        await service.recountSold(["prod_2"], count)

        expect((await read()).sold_count).toBe(12)
        expect((await read("prod_2")).sold_count).toBe(0)
      })

      it("of sales and reviews are told whole", async () => {
        await save({ brand: "Zuberon" })
        for (const count of ["5", "5", "4"]) {
          await service.recountSold(["prod_1"], sold(count))
        }
        await service.setRatings([
          rated({ rating_average: 4.5, rating_count: 2, version: 3 }),
        ])

        expect(await read()).toMatchObject({
          brand: "Zuberon",
          sold_count: 4,
          rating_average: 4.5,
          rating_count: 2,
        })
      })

      it("of reviews only go forward, and go back to none", async () => {
        const figures = (version: number, average: number | null) =>
          service.setRatings([
            rated({
              rating_average: average,
              rating_count: average ? version : 0,
              version,
            }),
          ])
        await figures(2, 4.25)
        await Promise.all([figures(1, 1), figures(2, 1)])

        expect(await read()).toMatchObject({
          rating_average: 4.25,
          rating_count: 2,
        })

        await figures(3, null)

        expect(await read()).toMatchObject({
          rating_average: null,
          rating_count: 0,
        })
      })
    })

    it("what a customer looked at is forgotten, and nobody else's", async () => {
      const seen = (customer_id: string) => ({
        customer_id,
        product_id: "prod_1",
        viewed_at: new Date(),
      })
      await service.createRecentViews([seen("cus_1"), seen("cus_2")])

      await service.forgetCustomers(["cus_1"])

      expect(await service.listRecent("cus_1")).toEqual([])
      expect(await service.listRecent("cus_2")).toEqual(["prod_1"])
    })
  },
})
