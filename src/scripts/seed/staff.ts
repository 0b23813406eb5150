import {
  createUserAccountWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ensureAuthIdentity } from "./log-ins"

export type StaffMember = {
  email: string
  password: string
  first_name: string
  last_name: string
  role: string
}

/** Each part is made when it is missing, so a run that broke off is healed. */
export async function ensureStaff(
  container: MedusaContainer,
  { password, role, ...person }: StaffMember
) {
  const authIdentity = await ensureAuthIdentity(container, {
    email: person.email,
    password,
  })
  const users = container.resolve(Modules.USER)
  const [user] = await users.listUsers({ email: person.email })

  if (!user) {
    await createUserAccountWorkflow(container).run({
      input: {
        authIdentityId: authIdentity.id,
        userData: { ...person, roles: [role] },
      },
    })
    return
  }
  if (authIdentity.app_metadata?.user_id !== user.id) {
    await setAuthAppMetadataWorkflow(container).run({
      input: {
        authIdentityId: authIdentity.id,
        actorType: "user",
        value: user.id,
      },
    })
  }
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .create([{ user: { user_id: user.id }, rbac: { rbac_role_id: role } }])
}
