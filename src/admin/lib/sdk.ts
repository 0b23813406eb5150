import Medusa from "@medusajs/js-sdk"
import { shopFetch } from "./shop-fetch"

const baseUrl = __BACKEND_URL__ ?? "/"

/** The dashboard's own log-in is a session, so ours is the same one. */
export const sdk = new Medusa({ baseUrl, auth: { type: "session" } })

// Every question of the SDK goes through this one.
sdk.client.fetch_ = shopFetch(baseUrl)
