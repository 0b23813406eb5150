import { shopAt, startServer, unique } from "../../support"

type Line = Record<string, unknown> & { message?: string; request_id?: string }

it("tells one line for each request, and nothing that opens a door", async () => {
  const server = await startServer({
    env: { LOG_FORMAT: "json", LOG_LEVEL: "debug" },
  })
  const shop = shopAt(server)
  const email = `${unique("amina")}@example.com`
  const password = "Correct-horse-9-battery"
  const phone = "+254712345678"
  const customer = await shop.fixtures.customer({ email, password, phone })
  const person = await shop.asCustomer({ email, password })
  const admin = await shop.asAdmin()

  await shop.call("/auth/customer/emailpass/reset-password", {
    body: { identifier: email },
  })
  await shop.admin(`/customers?q=${encodeURIComponent(email)}`)
  await shop.admin(`/customers?phone=${encodeURIComponent(phone)}`)
  await shop.call(`/admin/invites/accept?token=${admin.token}`, {
    body: { email, first_name: "x" },
  })
  await shop.call("/hooks/stk/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4", { body: {} })
  const me = await person.store("/customers/me", {
    headers: { "x-request-id": "the-one-we-look-for" },
  })
  expect(me.status).toBe(200)
  await shop.call("/nowhere", {
    headers: { "x-request-id": "the-one-that-fails" },
  })
  await server.stop()

  const output = server.logs()
  for (const secret of [
    email,
    email.split("@")[0],
    password,
    phone,
    phone.slice(1),
    "712345678",
    person.token,
    admin.token,
    admin.token.split(".")[2],
    shop.seed.publishable_key,
    shop.seed.admin.password,
    shop.seed.admin.email,
    "Zm9vYmFy",
    new URL(server.databaseUrl).password || "no-password",
  ]) {
    expect(output).not.toContain(secret)
  }

  const lines = output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line)
  const about = (id: string) =>
    lines.filter((line) => line.request_id === id && line.level === "http")
  expect(about("the-one-we-look-for")).toEqual([
    {
      time: expect.stringMatching(/Z$/),
      level: "http",
      message: "GET /store/customers/me 200",
      request_id: "the-one-we-look-for",
      method: "GET",
      route: "/store/customers/me",
      url: "/store/customers/me",
      status: 200,
      ms: expect.any(Number),
      ip: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      actor_type: "customer",
      actor_id: customer.id,
    },
  ])
  expect(about("the-one-that-fails")).toMatchObject([
    { status: 404, code: "route_not_found", route: "other" },
  ])
})
