import { z } from "@medusajs/framework/zod"
import { adminOrderCashOperation } from "../admin/orders/[id]/cash/operation"
import { adminShopResponseSchema } from "../admin/shop/shop-view"
import { storeCheckoutOperation } from "../store/checkout/operation"
import { storeMarketsResponseSchema } from "../store/markets/market-view"

export type Operation = {
  summary: string
  description?: string
  query?: z.ZodObject
  body?: z.ZodType
  answers: Readonly<
    Record<number, { about: string; schema?: z.ZodType; media?: string }>
  >
}

const finding = z.object({
  status: z.enum(["ok", "failed", "off"]),
  message: z.string().optional(),
})

const readinessSchema = z.object({
  status: z.enum(["ok", "failed"]),
  checks: z.object({
    database: finding,
    migrations: finding,
    redis: finding,
    queue: finding,
  }),
})

/** What each route takes and gives; `access.ts` says who may call it. */
export const operations: Readonly<Record<string, Operation>> = {
  "GET /health": {
    summary: "Is the process alive?",
    answers: {
      200: {
        about: "It answers.",
        schema: z.object({ status: z.literal("ok") }),
      },
    },
  },
  "GET /health/ready": {
    summary: "Can the process do its work?",
    description:
      "Asks the database, the migrations, Redis and the queue, each for at most two seconds.",
    answers: {
      200: {
        about: "Everything it stands on answers.",
        schema: readinessSchema,
      },
      503: { about: "Something does not.", schema: readinessSchema },
    },
  },
  "GET /metrics": {
    summary: "Figures for Prometheus",
    answers: { 200: { about: "Prometheus text.", media: "text/plain" } },
  },
  "GET /openapi.json": {
    summary: "This document",
    answers: { 200: { about: "OpenAPI 3.1.", schema: z.looseObject({}) } },
  },
  "GET /docs": {
    summary: "This document as a page",
    answers: { 200: { about: "HTML.", media: "text/html" } },
  },
  "GET /store/markets": {
    summary: "The markets of the shop",
    description:
      "Currency, languages, time zone, tax, the rules of addresses and phones, and the payment methods of each market. Patterns are regular expressions; `provider_id` is null for a method that is announced but not offered yet.",
    answers: {
      200: { about: "All markets.", schema: storeMarketsResponseSchema },
    },
  },
  "POST /store/checkout": storeCheckoutOperation,
  "POST /admin/orders/:id/cash": adminOrderCashOperation,
  "GET /admin/shop": {
    summary: "The shop at a glance",
    description: "The environment, the markets, and which services are on.",
    answers: { 200: { about: "The shop.", schema: adminShopResponseSchema } },
  },
}
