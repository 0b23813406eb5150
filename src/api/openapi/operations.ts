import { z } from "@medusajs/framework/zod"
import { adminCouponOperations } from "../admin/coupons/operations"
import { mobilePaymentOperations } from "../admin/mobile-payments/operations"
import { originalBoxOperations } from "../admin/products/[id]/original-box/operation"
import { adminOrderCashOperations } from "../admin/orders/[id]/cash/operation"
import { adminReviewOperations } from "../admin/reviews/operations"
import {
  adminAddProductImagesOperation,
  adminDeleteProductImageOperation,
  adminEditProductImageOperation,
  adminProductImagesOperation,
} from "../admin/products/[id]/images/operations"
import { adminCategoryOperations } from "../admin/product-categories/operations"
import { adminTagOperations } from "../admin/product-tags/operations"
import { adminProductStockOperation } from "../admin/products/[id]/stock/operation"
import { adminProductOperations } from "../admin/products/operations"
import { adminShopResponseSchema } from "../admin/shop/shop-view"
import { adminSearchOperations } from "../admin/search-synonyms/operations"
import { adminWishlistOperations } from "../admin/wishlists/operations"
import { storeCheckoutOperation } from "../store/checkout/operation"
import { storeCouponOperations } from "../store/coupons/operations"
import { storeOrderPaymentOperations } from "../store/orders/[id]/payment/operation"
import { storeProductOperations } from "../store/products/operations"
import { storeReviewOperations } from "../store/reviews/operations"
import { storeSearchOperations } from "../store/search/operations"
import { storeMarketsResponseSchema } from "../store/markets/market-view"
import { wishlistOperations } from "../store/wishlists/operations"

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
  "POST /hooks/stk/:token": {
    summary: "What became of a prompt",
    description:
      "For the provider of mobile money only. The message is stored before it is answered.",
    answers: {
      200: { about: "It is stored.", schema: z.looseObject({}) },
      404: { about: "Nobody was given this token." },
    },
  },
  "POST /hooks/stk/:token/result": {
    summary: "What became of a reversal",
    answers: {
      200: { about: "It is stored.", schema: z.looseObject({}) },
      404: { about: "Nobody was given this token." },
    },
  },
  "POST /hooks/stk/:token/timeout": {
    summary: "A reversal took too long",
    answers: {
      200: { about: "It is stored.", schema: z.looseObject({}) },
      404: { about: "Nobody was given this token." },
    },
  },
  "POST /hooks/paybill/:token": {
    summary: "Money arrived without a prompt",
    answers: {
      200: { about: "It is stored.", schema: z.looseObject({}) },
      404: { about: "Nobody was given this token." },
    },
  },
  "POST /hooks/payment/:provider": {
    summary: "A card provider's message",
    description:
      "The signature is checked and the message stored before it is answered.",
    answers: {
      200: { about: "It is stored.", media: "text/plain" },
      400: { about: "It is not from the provider." },
    },
  },
  "POST /store/checkout": storeCheckoutOperation,
  ...storeOrderPaymentOperations,
  ...originalBoxOperations,
  ...adminProductOperations,
  "GET /admin/products/:id/images": adminProductImagesOperation,
  "POST /admin/products/:id/images": adminAddProductImagesOperation,
  "POST /admin/products/:id/images/:image_id": adminEditProductImageOperation,
  "DELETE /admin/products/:id/images/:image_id":
    adminDeleteProductImageOperation,
  "POST /admin/products/:id/stock": adminProductStockOperation,
  ...adminCategoryOperations,
  ...adminTagOperations,
  ...storeProductOperations,
  ...adminOrderCashOperations,
  "GET /admin/shop": {
    summary: "The shop at a glance",
    description: "The environment, the markets, and which services are on.",
    answers: { 200: { about: "The shop.", schema: adminShopResponseSchema } },
  },
  ...mobilePaymentOperations,
  ...wishlistOperations,
  ...adminWishlistOperations,
  ...storeCouponOperations,
  ...storeSearchOperations,
  ...storeReviewOperations,
  ...adminReviewOperations,
  ...adminCouponOperations,
  ...adminSearchOperations,
}
