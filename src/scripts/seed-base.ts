import type { ExecArgs } from "@medusajs/framework/types"
import { settings } from "../settings"
import { seedBase } from "./base"
import { writeReport } from "./seed/report"

/** `medusa exec ./src/scripts/seed-base.ts`: a shop without products. */
export default async function seedBaseScript({ container }: ExecArgs) {
  const report = await seedBase(container)
  if (settings.SEED_REPORT) {
    await writeReport(report, settings.SEED_REPORT)
  }
}
