import {
  createRbacRolePoliciesWorkflow,
  createRbacRolesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Core creates this role, with every permission, each time it starts. */
export const SUPER_ADMIN_ROLE_ID = "role_super_admin"

export const ADMIN_ROLE_NAME = "Admin"

/** Staff, roles and keys: an admin does not even see them. */
const SUPER_ADMIN_ONLY = new Set([
  "*",
  "api_key",
  "invite",
  "rbac_policy",
  "rbac_role",
  "workflow_execution",
])

/** How the shop is set up: an admin reads it, only the super admin changes it. */
const READ_ONLY = new Set([
  "currency",
  "fulfillment_provider",
  "fulfillment_set",
  "price_preference",
  "region",
  "sales_channel",
  "service_zone",
  "shipping_option",
  "shipping_option_type",
  "shipping_profile",
  "stock_location",
  "store",
  "store_locale",
  "tax_provider",
  "tax_rate",
  "tax_region",
  "translation_setting",
  "user",
])

type Permission = { resource: string; operation: string }

export function isForAdmin({ resource, operation }: Permission) {
  if (SUPER_ADMIN_ONLY.has(resource)) {
    return false
  }
  return operation === "read" || !READ_ONLY.has(resource)
}

/**
 * Makes the role "Admin" and gives it what it lacks. Permissions that a
 * module added since the last run are granted too; none is taken away.
 */
export async function seedRoles(container: MedusaContainer) {
  const rbac = container.resolve(Modules.RBAC)
  const policies = await rbac.listRbacPolicies(
    {},
    { select: ["id", "resource", "operation"] }
  )
  const granted = policies.filter(isForAdmin).map(({ id }) => id)

  const [existing] = await rbac.listRbacRoles({ name: ADMIN_ROLE_NAME })
  if (!existing) {
    const { result } = await createRbacRolesWorkflow(container).run({
      input: {
        roles: [
          {
            name: ADMIN_ROLE_NAME,
            description:
              "Runs the shop: catalogue, orders, payments, customers. " +
              "Staff, roles and settings belong to the super admin.",
            policy_ids: granted,
          },
        ],
      },
    })
    return { admin: result[0].id, superAdmin: SUPER_ADMIN_ROLE_ID }
  }

  const held = new Set(
    (await rbac.listPoliciesForRole(existing.id)).map(({ id }) => id)
  )
  const missing = granted.filter((id) => !held.has(id))
  if (missing.length) {
    await createRbacRolePoliciesWorkflow(container).run({
      input: {
        policies: missing.map((policy_id) => ({
          role_id: existing.id,
          policy_id,
        })),
      },
    })
  }
  return { admin: existing.id, superAdmin: SUPER_ADMIN_ROLE_ID }
}
