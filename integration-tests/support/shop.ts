import { type SeedFacts, readFacts } from "./bed/facts"
import { type CallOptions, type Json, type Reply, call } from "./call"
import { type Row, query } from "./databases"
import { type Fixtures, fixturesOf } from "./fixtures"
import { type SimulatorControl, simulatorControl } from "./simulator-control"

/** Calls the shop as one person. */
export type Person = {
  token: string
  store<Body = Json>(path: string, init?: CallOptions): Promise<Reply<Body>>
  admin<Body = Json>(path: string, init?: CallOptions): Promise<Reply<Body>>
}

export type Shop = {
  url: string
  simulators: string
  sim: SimulatorControl
  databaseUrl: string
  seed: SeedFacts
  fixtures: Fixtures
  /** Any path, as nobody: no key, no token. */
  call<Body = Json>(path: string, init?: CallOptions): Promise<Reply<Body>>
  /** `/store` + path with the publishable key; a guest unless `token` is given. */
  store<Body = Json>(path: string, init?: CallOptions): Promise<Reply<Body>>
  /** `/admin` + path as the admin of the base data. */
  admin<Body = Json>(path: string, init?: CallOptions): Promise<Reply<Body>>
  asAdmin(): Promise<Person>
  asSuperAdmin(): Promise<Person>
  /** A new customer, logged in, unless an existing one is named. */
  asCustomer(logIn?: { email: string; password: string }): Promise<Person>
  sql<T extends Row = Row>(text: string, values?: unknown[]): Promise<T[]>
}

export type ShopAddress = {
  url: string
  databaseUrl: string
  simulators?: string
}

export class LogInError extends Error {}

/** The client of any running test server; `useShop` is the shared one. */
export function shopAt(address: ShopAddress): Shop {
  const { seed } = readFacts()
  const tokens = new Map<string, Promise<string>>()

  const logIn = async (
    actor: "user" | "customer",
    person: { email: string; password: string }
  ) => {
    const reply = await call<{ token?: string }>(
      `${address.url}/auth/${actor}/emailpass`,
      { body: { email: person.email, password: person.password } }
    )
    if (!reply.body.token) {
      throw new LogInError(
        `${person.email} could not log in as ${actor}: ${reply.status} ${JSON.stringify(reply.body)}`
      )
    }
    return reply.body.token
  }
  const staffToken = (who: "admin" | "super_admin") => {
    const known = tokens.get(who) ?? logIn("user", seed[who])
    tokens.set(who, known)
    return known
  }

  const store: Shop["store"] = (path, init = {}) =>
    call(`${address.url}/store${path}`, {
      ...init,
      headers: {
        "x-publishable-api-key": seed.publishable_key,
        ...init.headers,
      },
    })
  const admin = async <Body = Json>(path: string, init: CallOptions = {}) =>
    call<Body>(`${address.url}/admin${path}`, {
      ...init,
      token: init.token ?? (await staffToken("admin")),
    })
  const person = (token: string): Person => ({
    token,
    store: (path, init) => store(path, { token, ...init }),
    admin: (path, init) => admin(path, { token, ...init }),
  })

  const shop: Omit<Shop, "fixtures"> = {
    url: address.url,
    simulators: address.simulators ?? "",
    sim: simulatorControl(address.simulators ?? ""),
    databaseUrl: address.databaseUrl,
    seed,
    call: (path, init) => call(`${address.url}${path}`, init),
    store,
    admin,
    asAdmin: async () => person(await staffToken("admin")),
    asSuperAdmin: async () => person(await staffToken("super_admin")),
    asCustomer: async (known) =>
      person(await logIn("customer", known ?? (await fixtures.customer()))),
    sql: (text, values) => query(address.databaseUrl, text, values),
  }
  const fixtures = fixturesOf(shop)
  return { ...shop, fixtures }
}

/** The shop all HTTP and browser specs of a run share. Make your own data. */
export function useShop(): Shop {
  const { shop } = readFacts()
  if (!shop) {
    throw new Error(
      "Only http and browser specs share a shop. Start a server with startServer() and pass it to shopAt()."
    )
  }
  return shopAt(shop)
}
