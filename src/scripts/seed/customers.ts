import {
  createCustomerAccountWorkflow,
  createCustomerAddressesWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type DemoCustomer, demoCustomers } from "./accounts"
import { ensureAuthIdentity } from "./log-ins"
import type { CustomerLogIn } from "./report"

/** Three shoppers with a log-in each, and an address in their market. */
export async function seedCustomers(
  container: MedusaContainer,
  password: string
): Promise<CustomerLogIn[]> {
  for (const customer of demoCustomers) {
    const id = await ensureCustomer(container, customer, password)
    await ensureAddress(container, id, customer)
  }
  return demoCustomers.map(({ email, phone }) => ({ email, password, phone }))
}

async function ensureCustomer(
  container: MedusaContainer,
  { email, phone, first_name, last_name }: DemoCustomer,
  password: string
) {
  const authIdentity = await ensureAuthIdentity(container, { email, password })
  const [existing] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email, has_account: true })
  if (!existing) {
    const { result } = await createCustomerAccountWorkflow(container).run({
      input: {
        authIdentityId: authIdentity.id,
        customerData: { email, phone, first_name, last_name },
      },
    })
    return result.id
  }
  if (authIdentity.app_metadata?.customer_id !== existing.id) {
    await setAuthAppMetadataWorkflow(container).run({
      input: {
        authIdentityId: authIdentity.id,
        actorType: "customer",
        value: existing.id,
      },
    })
  }
  return existing.id
}

async function ensureAddress(
  container: MedusaContainer,
  customer_id: string,
  { address, first_name, last_name, phone }: DemoCustomer
) {
  const existing = await container
    .resolve(Modules.CUSTOMER)
    .listCustomerAddresses({ customer_id })
  if (!existing.length) {
    await createCustomerAddressesWorkflow(container).run({
      input: {
        addresses: [
          {
            customer_id,
            first_name,
            last_name,
            phone,
            ...address,
            address_name: "Home",
            is_default_shipping: true,
            is_default_billing: true,
          },
        ],
      },
    })
  }
}
