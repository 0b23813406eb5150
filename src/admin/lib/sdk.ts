import Medusa from "@medusajs/js-sdk"

/** The dashboard's own log-in is a session, so ours is the same one. */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: { type: "session" },
})
