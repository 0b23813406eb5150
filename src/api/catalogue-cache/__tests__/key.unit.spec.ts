import type { IncomingMessage } from "node:http"
import { askedOf } from "../key"

const request = (headers: Record<string, string> = {}) =>
  ({
    headers: { "x-publishable-api-key": "pk_one", ...headers },
  }) as unknown as IncomingMessage

const keyOf = (url: string, headers?: Record<string, string>) =>
  askedOf(request(headers), url)?.key

it("is one whatever the order of the parameters", () => {
  expect(keyOf("/store/products?b=2&a=1")).toBe(
    keyOf("/store/products?a=1&b=2")
  )
})

it("leaves several of one name as they are", () => {
  expect(keyOf("/store/products?id[]=b&a=1&id[]=a")).toBe(
    keyOf("/store/products?a=1&id[]=b&id[]=a")
  )
  expect(keyOf("/store/products?id[]=b&id[]=a")).not.toBe(
    keyOf("/store/products?id[]=a&id[]=b")
  )
})

it.each([
  ["path", "/store/products/prod_A", {}],
  ["query", "/store/products/prod_a?fields=id", {}],
  ["key", "/store/products/prod_a", { "x-publishable-api-key": "pk_two" }],
  ["locale", "/store/products/prod_a", { "x-medusa-locale": "sw-KE" }],
])("is another for another %s", (_, url, headers) => {
  expect(keyOf(url, headers)).toBeDefined()
  expect(keyOf(url, headers)).not.toBe(keyOf("/store/products/prod_a"))
})

it("does not let a header reach into another part of it", () => {
  expect(
    keyOf("/store/products", { "x-publishable-api-key": "pk_one\nsw" })
  ).not.toBe(keyOf("/store/products", { "x-medusa-locale": "sw" }))
})

it.each([
  ["a token", "/store/products", { authorization: "Bearer one" }],
  ["a session", "/store/products", { cookie: "a=b; connect.sid=s%3Aone" }],
  ["a cart", "/store/products?cart_id=cart_1", {}],
  ["a cart in other letters", "/store/products?%63art_id=cart_1", {}],
  ["a cart in a list", "/store/products?cart_id[]=cart_1", {}],
  ["a body", "/store/products", { "content-length": "2" }],
  ["a streamed body", "/store/products", { "transfer-encoding": "chunked" }],
  [
    "an endless key",
    "/store/products",
    {
      "x-publishable-api-key": "x".repeat(257),
    },
  ],
])("is none for %s", (_, url, headers) => {
  expect(keyOf(url, headers)).toBeUndefined()
})

it("is one for a cookie that is no log-in", () => {
  expect(keyOf("/store/products", { cookie: "theme=dark" })).toBe(
    keyOf("/store/products")
  )
})

it("tells the query as it reads", () => {
  expect(
    askedOf(request(), "/store/products?fields=%2Bvariants.inventory_quantity")
      ?.query
  ).toBe("fields=+variants.inventory_quantity")
})
