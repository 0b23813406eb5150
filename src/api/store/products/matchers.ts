/**
 * Core's two routes of products and nothing below them, such as their reviews.
 * A regular expression stands before core's middlewares of the same path.
 */
export const BEFORE_PRODUCTS = /^\/store\/products(?:\/[^/]+)?\/?$/
