import type {
  AuthIdentityDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { LogIn } from "./report"

const PROVIDER = "emailpass"

/**
 * The e-mail's log-in identity, registered when there is none. An existing
 * one keeps its password: the seed never overrules a person who changed it.
 */
export async function ensureAuthIdentity(
  container: MedusaContainer,
  { email, password }: LogIn
): Promise<AuthIdentityDTO> {
  const auth = container.resolve(Modules.AUTH)
  const [existing] = await auth.listAuthIdentities({
    provider_identities: { provider: PROVIDER, entity_id: email },
  })
  if (existing) {
    return existing
  }
  const { authIdentity, error } = await auth.register(PROVIDER, {
    body: { email, password },
  })
  if (!authIdentity) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The demo log-in ${email} could not be registered: ${error}. ` +
        "Delete it or start with an empty database, then seed again."
    )
  }
  return authIdentity
}
