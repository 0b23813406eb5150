import type { ExecArgs } from "@medusajs/framework/types"
import { settings } from "../settings"
import { seedDemoShop } from "./seed/demo-shop"
import { writeReport } from "./seed/report"

/** `medusa exec ./src/scripts/seed.ts`: the whole demo shop. */
export default async function seedScript({ container }: ExecArgs) {
  const report = await seedDemoShop(container, {
    orders: settings.SEED_ORDERS,
  })
  if (settings.SEED_REPORT) {
    await writeReport(report, settings.SEED_REPORT)
  }
}
