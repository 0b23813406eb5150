import type { Query } from "./query-keys"
import { sdk } from "./sdk"

/** Fetches a file as the person who is logged in, and hands it to the browser. */
export async function download(path: string, query: Query, name: string) {
  const answer = await sdk.client.fetch<Response>(path, {
    query,
    headers: { accept: "text/csv" },
  })
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
