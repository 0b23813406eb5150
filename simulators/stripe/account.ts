import { randomBytes } from "node:crypto"
import type { Clock } from "../frame/clock"
import { missing } from "./errors"
import type {
  Charge,
  Customer,
  KeptMethod,
  PaymentIntent,
  Refund,
  SetupIntent,
} from "./types"

const ALPHABET =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
/** Per kind of object; the oldest go first, so a long run stays small. */
const KEPT = 20_000

export function randomId(prefix: string, length = 24) {
  const letters = [...randomBytes(length)].map((byte) => ALPHABET[byte % 62])
  return `${prefix}_${letters.join("")}`
}

/** Objects of one kind by id. */
export class Table<Row> {
  private readonly rows = new Map<string, Row>()

  constructor(private readonly kind: string) {}

  set(id: string, row: Row) {
    this.rows.set(id, row)
    const oldest = this.rows.keys().next()
    if (this.rows.size > KEPT && !oldest.done) {
      this.rows.delete(oldest.value)
    }
    return row
  }

  find(id: string) {
    return this.rows.get(id)
  }

  /** The row, or Stripe's 404; a mere parameter that is wrong is a 400. */
  get(id: string, param = "id", status = param === "id" ? 404 : 400): Row {
    const row = this.rows.get(id)
    if (row === undefined) {
      throw missing(this.kind, id, param, status)
    }
    return row
  }

  /** Newest first, as Stripe lists. */
  all() {
    return [...this.rows.values()].reverse()
  }
}

export type EventType =
  | `payment_intent.${"created" | "requires_action" | "processing" | "amount_capturable_updated" | "succeeded" | "payment_failed" | "canceled"}`
  | `charge.${"succeeded" | "failed" | "captured" | "refunded" | "refund.updated" | "updated"}`
  | `refund.${"created" | "updated" | "failed"}`
  | `customer.${"created" | "updated" | "deleted"}`
  | `payment_method.${"attached" | "detached"}`
  | `setup_intent.${"created" | "requires_action" | "succeeded" | "setup_failed" | "canceled"}`

/** Tells the shop: `lane` keeps the news of one object in order. */
export type Emit = (type: EventType, object: object, lane: string) => void

/** What one Stripe account holds. */
export class Account {
  readonly intents = new Table<PaymentIntent>("payment_intent")
  readonly charges = new Table<Charge>("charge")
  readonly refunds = new Table<Refund>("refund")
  readonly customers = new Table<Customer | { deleted: true; id: string }>(
    "customer"
  )
  readonly methods = new Table<KeptMethod>("PaymentMethod")
  readonly setupIntents = new Table<SetupIntent>("setupintent")

  constructor(
    readonly clock: Clock,
    readonly emit: Emit,
    /** How long a bank debit stays in `processing`. */
    readonly processingMs: () => number,
    /** Where a shopper passes 3-D Secure for an intent. */
    readonly authenticationUrl: (id: string) => string
  ) {}

  /** Seconds, as all of Stripe's times are. */
  now() {
    return Math.floor(this.clock.now() / 1000)
  }

  customer(id: string, param = "customer"): Customer {
    const customer = this.customers.get(id, param)
    if ("deleted" in customer) {
      throw missing("customer", id, param, param === "id" ? 404 : 400)
    }
    return customer
  }
}

/** A page of a list, with Stripe's cursors. */
export function page<Row extends { id: string }>(
  url: string,
  rows: Row[],
  { limit = 10, after }: { limit?: number; after?: string }
) {
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
  const data = rows.slice(start, start + limit)
  return {
    object: "list",
    url,
    has_more: start + data.length < rows.length,
    data,
  }
}
