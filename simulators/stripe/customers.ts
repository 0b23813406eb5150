import { z } from "@medusajs/framework/zod"
import { type Account, randomId } from "./account"
import { invalid } from "./errors"
import type { Form } from "./form"
import {
  addressFields,
  mergeMetadata,
  metadata,
  nested,
  readParams,
  text,
  toAddress,
} from "./params"
import type { Customer } from "./types"

const shape = {
  address: z.union([addressFields, z.literal("")]).optional(),
  description: text.optional(),
  email: text.max(512).optional(),
  metadata: metadata.optional(),
  name: text.max(256).optional(),
  phone: text.max(20).optional(),
  shipping: z.union([nested, z.literal("")]).optional(),
  payment_method: text.optional(),
}

type Change = ReturnType<typeof read>

function read(form: Form) {
  const params = readParams(shape, form)
  if (params.email && !/^[^\s@]+@[^\s@]+$/.test(params.email)) {
    throw invalid(`Invalid email address: ${params.email}`, {
      code: "email_invalid",
      param: "email",
    })
  }
  return params
}

/** An absent parameter keeps the value, an empty one removes it. */
function apply(customer: Customer, change: Change) {
  for (const field of ["description", "email", "name", "phone"] as const) {
    const value = change[field]
    if (value !== undefined) {
      customer[field] = value || null
    }
  }
  if (change.address !== undefined) {
    customer.address = change.address === "" ? null : toAddress(change.address)
  }
  if (change.shipping !== undefined) {
    customer.shipping = change.shipping || null
  }
  customer.metadata = mergeMetadata(customer.metadata, change.metadata)
}

export function createCustomers(account: Account) {
  return {
    create(form: Form) {
      const change = read(form)
      const customer: Customer = {
        id: randomId("cus", 14),
        object: "customer",
        address: null,
        balance: 0,
        created: account.now(),
        currency: null,
        description: null,
        email: null,
        livemode: false,
        metadata: {},
        name: null,
        phone: null,
        shipping: null,
      }
      apply(customer, change)
      account.customers.set(customer.id, customer)
      account.emit("customer.created", customer, customer.id)
      return customer
    },
    retrieve(id: string) {
      const customer = account.customers.get(id)
      return "deleted" in customer
        ? { id, object: "customer", deleted: true }
        : customer
    },
    update(id: string, form: Form) {
      const customer = account.customer(id, "id")
      apply(customer, read(form))
      account.emit("customer.updated", customer, customer.id)
      return customer
    },
    remove(id: string) {
      const customer = account.customer(id, "id")
      account.customers.set(id, { id, deleted: true })
      for (const { method } of account.methods.all()) {
        if (method.customer === id) {
          method.customer = null
        }
      }
      account.emit("customer.deleted", customer, id)
      return { id, object: "customer", deleted: true }
    },
  }
}
