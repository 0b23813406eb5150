import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { PRODUCT_PROFILE_MODULE } from ".."
import { ProductProfile } from "../models/product-profile"
import { RecentView } from "../models/recent-view"
import { VariantProfile } from "../models/variant-profile"
import type { ProductProfileService } from "../service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<ProductProfileService>({
  moduleName: PRODUCT_PROFILE_MODULE,
  moduleModels: [ProductProfile, RecentView, VariantProfile],
  moduleOptions: { meta_title_unique: false },
  resolve: "./src/modules/product-profile",
  testSuite: ({ service }) => {
    it("where titles may be shared, many products have one", async () => {
      const profile = { meta_title: "Slim watch" }
      await service.saveProfiles([
        { product_id: "prod_1", profile },
        { product_id: "prod_2", profile },
      ])

      expect(await service.listProductProfiles({ ...profile })).toMatchObject([
        { meta_title_key: null },
        { meta_title_key: null },
      ])
    })
  },
})
