import type { MedusaContainer } from "@medusajs/framework/types"
import { completeTagsWorkflow } from "../workflows/taxonomy"

/** The tags that were there before tags had profiles. */
export default async function tagProfiles({
  container,
}: {
  container: MedusaContainer
}) {
  await completeTagsWorkflow(container).run({ input: {} })
}
