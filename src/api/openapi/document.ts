import { z } from "@medusajs/framework/zod"
import { type AccessRow, accessTable, whoMayCall } from "../access"
import { errorCodes } from "../frame/errors/codes"
import { type Operation, operations } from "./operations"

type Json = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io })
  return schema
}

const errorSchema = {
  type: "object",
  required: ["type", "code", "message", "request_id"],
  properties: {
    type: { type: "string", description: "Medusa's kind of error." },
    code: {
      type: "string",
      description:
        "Stable; decide by it. A route may answer with one more precise than these.",
      examples: Object.keys(errorCodes),
    },
    message: { type: "string" },
    details: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "message"],
        properties: {
          field: { type: "string" },
          message: { type: "string" },
        },
      },
    },
    request_id: { type: "string" },
  },
}

const securitySchemes = {
  publishable_key: {
    type: "apiKey",
    in: "header",
    name: "x-publishable-api-key",
  },
  customer: { type: "http", scheme: "bearer" },
  staff: { type: "http", scheme: "bearer" },
  secret_key: { type: "http", scheme: "basic" },
  metrics_token: { type: "http", scheme: "bearer" },
}

type Requirement = Partial<Record<keyof typeof securitySchemes, never[]>>

const credentials: Readonly<Record<AccessRow["access"], Requirement[]>> = {
  public: [],
  hook: [],
  signed_link: [],
  scraper: [{ metrics_token: [] }],
  owner: [{ customer: [] }],
  customer: [{ customer: [] }],
  staff: [{ staff: [] }, { secret_key: [] }],
}

/** A route of the shop needs the publishable key whoever calls it. */
const securityOf = ({ access, path }: AccessRow): Requirement[] => {
  if (!path.startsWith("/store/")) {
    return credentials[access]
  }
  const person = credentials[access]
  return person.length > 0
    ? person.map((requirement) => ({ publishable_key: [], ...requirement }))
    : [{ publishable_key: [] }]
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))

const queryParameters = (query: Operation["query"]): Json[] => {
  if (!query) {
    return []
  }
  const { properties = {}, required = [] } = schemaOf(query, "input") as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }))
}

const answersOf = (answers: Operation["answers"]): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { about, schema, media }]) => [
      status,
      {
        description: about,
        content: {
          [media ?? "application/json"]: {
            schema: schema ? schemaOf(schema, "output") : { type: "string" },
          },
        },
      },
    ])
  )

const operationOf = (row: AccessRow): Json => {
  const { summary, description, query, body, answers } =
    operations[`${row.method} ${row.path}`]
  const parameters = [...pathParameters(row.path), ...queryParameters(query)]
  return {
    summary,
    ...(description ? { description } : {}),
    tags: [row.path.split("/")[1]],
    operationId: `${row.method}${row.path}`.replace(/[^A-Za-z]+/g, "_"),
    security: securityOf(row),
    "x-access": whoMayCall(row),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: schemaOf(body, "input") },
            },
          },
        }
      : {}),
    responses: {
      ...answersOf(answers),
      default: { $ref: "#/components/responses/Error" },
    },
  }
}

const paths = () => {
  const all: Record<string, Json> = {}
  for (const row of accessTable) {
    const path = row.path.replace(/:(\w+)/g, "{$1}")
    all[path] = { ...all[path], [row.method.toLowerCase()]: operationOf(row) }
  }
  return all
}

/** Our routes as OpenAPI 3.1; Medusa's own are described by Medusa. */
export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "Duka",
    version: "1",
    description:
      "The routes Duka adds to Medusa's. All others are described at https://docs.medusajs.com/api/store and https://docs.medusajs.com/api/admin.",
    license: { name: "MIT", identifier: "MIT" },
  },
  paths: paths(),
  components: {
    securitySchemes,
    schemas: { Error: errorSchema },
    responses: {
      Error: {
        description: "What went wrong, in the shape every error has.",
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Error" },
          },
        },
      },
    },
  },
} as const
