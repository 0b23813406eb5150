import type { MedusaContainer } from "@medusajs/framework/types"
import { removeExpiredKeysWorkflow } from "../workflows/idempotency/remove-expired-keys"

export default async function idempotencyExpiry(container: MedusaContainer) {
  await removeExpiredKeysWorkflow(container).run()
}

export const config = {
  name: "idempotency-expiry",
  schedule: "30 3 * * *",
}
