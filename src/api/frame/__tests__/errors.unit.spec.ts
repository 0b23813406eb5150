import {
  getHttpResponseFromError,
  type MedusaRequest,
  type MedusaResponse,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { Refusal } from "../../../workflows/refusal"
import { answerOf, completed } from "../errors/answer"
import { ApiError } from "../errors/api-error"
import { errorBodySchema } from "../errors/body"

const id = "req-12345678"
const { Types } = MedusaError
const thrown = (fields: object, message = "boom") =>
  Object.assign(new Error(message), fields)

/** What core's validator throws for a body. */
const coreError = (schema: z.ZodObject, body: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const request = { body } as MedusaRequest
    void validateAndTransformBody(schema)(
      request,
      {} as MedusaResponse,
      resolve
    )
  })

describe("an error of Medusa", () => {
  it.each([
    [Types.INVALID_DATA, 400, "invalid_data"],
    [Types.INVALID_ARGUMENT, 400, "invalid_data"],
    [Types.NOT_ALLOWED, 400, "not_allowed"],
    [Types.UNAUTHORIZED, 401, "unauthorized"],
    [Types.FORBIDDEN, 403, "forbidden"],
    [Types.NOT_FOUND, 404, "not_found"],
    [Types.CONFLICT, 409, "conflict"],
    [Types.DUPLICATE_ERROR, 422, "duplicate"],
    [Types.PAYMENT_AUTHORIZATION_ERROR, 422, "payment_authorization_error"],
    [Types.PAYMENT_REQUIRES_MORE_ERROR, 422, "payment_requires_more"],
    [Types.DB_ERROR, 500, "internal_error"],
    [Types.UNEXPECTED_STATE, 500, "internal_error"],
    ["nonsense", 500, "internal_error"],
  ])("of type %s answers %d %s", (type, status, code) => {
    const answer = answerOf(new MedusaError(type, "Words."), id)
    expect(answer).toMatchObject({
      status,
      body: { type, code, request_id: id },
    })
    expect(errorBodySchema.strict().parse(answer.body)).toEqual(answer.body)
    const hidden = status >= 500 || type === Types.CONFLICT
    expect(answer.body.message.includes("Words.")).toBe(!hidden)
  })

  it.each([
    Types.INVALID_DATA,
    Types.NOT_ALLOWED,
    Types.UNAUTHORIZED,
    Types.FORBIDDEN,
    Types.NOT_FOUND,
    Types.CONFLICT,
    Types.DUPLICATE_ERROR,
    Types.PAYMENT_AUTHORIZATION_ERROR,
  ])("of type %s keeps the status and type Medusa gives it", (type) => {
    const error = new MedusaError(type, "Words.")
    const core = getHttpResponseFromError(error)
    expect(answerOf(error, id)).toMatchObject({
      status: core.statusCode,
      body: { type: core.body.type },
    })
  })

  it("keeps a code, message and details of its own", () => {
    const error = Object.assign(
      new MedusaError(Types.CONFLICT, "The cart is paid.", "cart_paid"),
      { details: [{ field: "cart_id", message: "is paid" }] }
    )
    expect(answerOf(error, id).body).toEqual({
      type: "conflict",
      code: "cart_paid",
      message: "The cart is paid.",
      details: [{ field: "cart_id", message: "is paid" }],
      request_id: id,
    })
  })

  it.each(["invalid_request_error", "api_error", "404", "X", "", "a b"])(
    "does not pass on the code %j",
    (code) => {
      const error = new MedusaError(Types.NOT_FOUND, "Words.", code)
      expect(answerOf(error, id).body.code).toBe("not_found")
    }
  )

  it("says in words that a service outside failed, and when to come again", () => {
    const outage = (fields: object) =>
      answerOf(
        Object.assign(
          new MedusaError(
            Types.UNEXPECTED_STATE,
            "The store is closed.",
            "store_closed"
          ),
          fields
        ),
        id
      )

    expect(outage({ status: 503 })).toEqual({
      status: 503,
      headers: { "Retry-After": "60" },
      body: {
        type: "unexpected_state",
        code: "store_closed",
        message: "The store is closed.",
        request_id: id,
      },
    })
    expect(outage({ status: 503, retry_after: 7 }).headers).toEqual({
      "Retry-After": "7",
    })
    // Nobody chose these words for a caller.
    expect(outage({}).body.message).toContain("Something went wrong")
    expect(outage({ status: 503, code: undefined }).status).toBe(500)
  })

  it("says which field is taken", () => {
    const message =
      "Customer with email: a, b@c.de, has_account: t, already exists."
    const error = new MedusaError(Types.INVALID_DATA, message)
    expect(answerOf(error, id).body).toMatchObject({
      code: "duplicate",
      details: [
        { field: "email", message: "is already taken" },
        { field: "has_account", message: "is already taken" },
      ],
    })
  })

  it("does not pass on what Postgres says of a column", () => {
    const message = "column p0.secret does not exist"
    const { body } = answerOf(new MedusaError(Types.INVALID_DATA, message), id)
    expect(body.code).toBe("invalid_query")
    expect(body.message).not.toContain("p0")
  })
})

describe("core's validator", () => {
  const schema = z.object({
    email: z.string(),
    kind: z.enum(["a", "b"]),
    items: z.array(z.object({ quantity: z.number().min(1).max(100) })),
    either: z.union([z.string(), z.number()]).optional(),
  })
  const good = { email: "a@b.co", kind: "a", items: [] }
  const refused = async (body: unknown) =>
    answerOf(await coreError(schema, body), id)

  it.each([
    [{ ...good, email: undefined }, "email", "is required"],
    [{ ...good, email: 5 }, "email", "must be of type string"],
    [{ ...good, kind: "c" }, "kind", "must be one of a, b"],
    [{ ...good, nope: 1 }, "nope", "is not known here"],
    [
      { ...good, items: [{ quantity: 0 }] },
      "items.0.quantity",
      "must be at least 1",
    ],
    [
      { ...good, items: [{ quantity: 101 }] },
      "items.0.quantity",
      "must be at most 100",
    ],
    [{ ...good, either: {} }, "either", "must be of type string, number"],
  ])("%j names its field", async (body, field, message) => {
    expect(await refused(body)).toMatchObject({
      status: 400,
      body: {
        type: "invalid_data",
        code: "invalid_data",
        details: [{ field, message }],
      },
    })
  })

  it("names several fields, also when a value looks like a sentence", async () => {
    const { body } = await refused({
      email: 5,
      kind: "x'; Field 'fake",
      items: [],
      one: 1,
      two: 2,
    })
    expect(body.details).toEqual([
      { field: "email", message: "must be of type string" },
      { field: "kind", message: "must be one of a, b" },
      { field: "one", message: "is not known here" },
      { field: "two", message: "is not known here" },
    ])
  })

  it("is not confused by an error of zod that comes as it is", () => {
    const { error } = schema.safeParse({ ...good, email: 1, x: 1 })
    expect(answerOf(error, id)).toMatchObject({
      status: 400,
      body: {
        code: "invalid_data",
        details: [{ field: "email", message: expect.any(String) }],
      },
    })
    const strict = schema.strict().safeParse({ ...good, x: 1 })
    expect(answerOf(strict.error, id).body.details).toEqual([
      { field: "x", message: "is not known here" },
    ])
  })
})

describe("an error of the database", () => {
  const detail = "Key (email)=(amina@example.com) already exists."

  it.each([
    [{ code: "22P02" }, 400, "invalid_data"],
    [{ code: "22003" }, 400, "invalid_data"],
    [{ code: "22021" }, 400, "invalid_data"],
    [{ code: "2201W" }, 400, "invalid_data"],
    [{ code: "23502" }, 400, "invalid_data"],
    [{ code: "23503", detail: "is not present in" }, 404, "not_found"],
    [{ code: "23503", detail: "is still referenced" }, 409, "conflict"],
    [{ code: "23505", detail }, 422, "duplicate"],
    [{ code: "40001" }, 409, "conflict"],
    [{ code: "40P01" }, 409, "conflict"],
    [{ code: "42703" }, 400, "invalid_query"],
    [{ code: "57014" }, 503, "unavailable"],
    [{ code: "ECONNREFUSED" }, 503, "unavailable"],
    [{ name: "KnexTimeoutError" }, 503, "unavailable"],
    [{ code: "42P01" }, 500, "internal_error"],
    [{ code: "22012" }, 500, "internal_error"],
  ])("%j answers %d %s", (fields, status, code) => {
    const error = thrown(fields, "select * from customer where secret = $1")
    const answer = answerOf(error, id)
    expect(answer).toMatchObject({ status, body: { code } })
    expect(JSON.stringify(answer)).not.toMatch(/select|secret|amina/)
  })

  it("names the field of a unique key without its value", () => {
    expect(
      answerOf(thrown({ code: "23505", detail }), id).body.details
    ).toEqual([{ field: "email", message: "is already taken" }])
    expect(answerOf(thrown({ code: "23505" }), id).body.details).toBeUndefined()
  })
})

describe("an error of a library", () => {
  const http = (status: number, type?: string) =>
    thrown({ status, statusCode: status, type }, "at /srv/app/x.js:1")

  it.each([
    [http(400, "entity.parse.failed"), 400, "malformed_json"],
    [http(413, "entity.too.large"), 413, "body_too_large"],
    [http(413, "parameters.too.many"), 413, "body_too_large"],
    [http(415, "charset.unsupported"), 415, "unsupported_media_type"],
    [http(400, "request.aborted"), 400, "invalid_data"],
    [http(403), 403, "forbidden"],
    [http(418), 418, "invalid_data"],
    [http(502), 500, "internal_error"],
    [new URIError("Failed to decode param"), 400, "malformed_url"],
    [
      thrown({ name: "MulterError", code: "LIMIT_FILE_SIZE" }),
      413,
      "body_too_large",
    ],
    [
      thrown({ name: "MulterError", code: "LIMIT_UNEXPECTED_FILE" }),
      400,
      "malformed_upload",
    ],
    [new Error("Multipart: Boundary not found"), 400, "malformed_upload"],
    [
      new Error("Trying to query by not existing property Product.x"),
      400,
      "invalid_query",
    ],
    [new Error("Cannot read file /etc/passwd"), 500, "internal_error"],
    ["a string", 500, "internal_error"],
    [null, 500, "internal_error"],
    [undefined, 500, "internal_error"],
    [{ status: 200 }, 500, "internal_error"],
  ])("%p answers %d %s", (error, status, code) => {
    const answer = answerOf(error, id)
    expect(answer).toMatchObject({ status, body: { code, request_id: id } })
    expect(JSON.stringify(answer)).not.toMatch(/\/srv|\/etc|Product/)
  })

  it("is the caller's when a validator trips over the value", async () => {
    const trips = z.object({
      name: z.preprocess((value) => (value as string).trim(), z.string()),
    })
    const error = await coreError(trips, {})
    expect(error).toBeInstanceOf(TypeError)
    expect(answerOf(error, id)).toMatchObject({ status: 400 })
    expect(answerOf(new TypeError("x is not a function"), id).status).toBe(500)
  })
})

it("an ApiError answers with its own status, headers and details", () => {
  const error = new ApiError({
    status: 429,
    type: "not_allowed",
    code: "rate_limited",
    message: "Wait.",
    headers: { "Retry-After": "3" },
  })
  expect(answerOf(error, id)).toEqual({
    status: 429,
    headers: { "Retry-After": "3" },
    body: {
      type: "not_allowed",
      code: "rate_limited",
      message: "Wait.",
      request_id: id,
    },
  })
})

it("a refusal that knows when to come again says so in a header", () => {
  const refused = (retry_after?: number) =>
    answerOf(
      new Refusal("payment_undecided", "Wait.", {
        kind: "CONFLICT",
        retry_after,
      }),
      id
    )
  expect(refused(90)).toEqual({
    status: 409,
    headers: { "Retry-After": "90" },
    body: {
      type: "conflict",
      code: "payment_undecided",
      message: "Wait.",
      request_id: id,
    },
  })
  expect(refused()).not.toHaveProperty("headers")
})

describe("an answer that core writes by itself", () => {
  it("gets what is missing", () => {
    expect(completed({ message: "Unauthorized" }, 401, id)).toEqual({
      type: "unauthorized",
      code: "unauthorized",
      message: "Unauthorized",
      request_id: id,
    })
    expect(
      completed(
        { message: "No.", type: "not_allowed", code: "api_error" },
        400,
        id
      )
    ).toMatchObject({ type: "not_allowed", code: "invalid_data" })
  })

  it.each([
    [{ status: "failed", checks: {} }],
    [{ message: "whole", request_id: "other" }],
    ["text"],
    [null],
  ])("is left alone when it is %j", (body) => {
    expect(completed(body, 503, id)).toBe(body)
  })
})
