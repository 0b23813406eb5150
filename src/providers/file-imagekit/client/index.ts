import { createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { fileMissing } from "../../file-store/errors"
import { type Answer, exchange, open } from "../../file-store/exchange"
import { refusalOf, unreadable } from "../../file-store/refusals"
import { webAddressOf } from "../../file-store/web-address"
import type {
  ImageKitConfig,
  ImageKitDependencies,
  NewFile,
  Timeouts,
} from "./types"

export type * from "./types"

const STORE = "ImageKit"
const KEYS = "IMAGEKIT_PRIVATE_KEY"
const API = "https://api.imagekit.io"
const UPLOAD = "https://upload.imagekit.io"

/** A video of fifty megabytes takes its time, a word of ImageKit's none. */
const TIMEOUTS: Timeouts = { upload: 120_000, other: 15_000 }

const uploaded = z.object({
  fileId: z.string().min(1),
  filePath: z.string().startsWith("/"),
})
const listed = z.array(uploaded)
const failure = z.object({ message: z.string() })

export type ImageKit = ReturnType<typeof createImageKit>

/** A client of one ImageKit account. It logs nothing. */
export function createImageKit(
  account: ImageKitConfig,
  { fetch: send = fetch, clock = Date, timeouts = {} }: ImageKitDependencies
) {
  const patience = { ...TIMEOUTS, ...timeouts }
  const api = `${webAddressOf(account.apiUrl ?? API)}/v1/files`
  const uploads = `${webAddressOf(account.uploadUrl ?? UPLOAD)}/api/v1/files/upload`
  const endpoint = webAddressOf(account.urlEndpoint)
  /** The private key is the user, and there is no password. */
  const authorization = `Basic ${Buffer.from(`${account.privateKey}:`).toString("base64")}`
  const wire = (timeoutMs: number) => ({ store: STORE, fetch: send, timeoutMs })

  const ask = (
    url: string,
    { headers, ...init }: RequestInit = {},
    timeoutMs = patience.other
  ) =>
    exchange(wire(timeoutMs), url, {
      ...init,
      headers: { ...headers, authorization },
    })
  const refused = ({ status, body }: Answer) =>
    refusalOf(STORE, KEYS, status, failure.safeParse(body).data?.message)

  const addressOf = (path: string) => `${endpoint}/${path}`

  /**
   * The address with an end: `ik-s` is the HMAC of what follows the endpoint
   * and of the second in `ik-t`.
   * https://imagekit.io/docs/media-delivery-basic-security
   */
  function link(path: string, seconds: number) {
    const until = String(Math.floor(clock.now() / 1000) + seconds)
    const signature = createHmac("sha1", account.privateKey)
      .update(`${path}${until}`)
      .digest("hex")
    return `${addressOf(path)}?ik-t=${until}&ik-s=${signature}`
  }

  return {
    addressOf,
    link,

    /** https://docs.imagekit.io/api-reference/upload-file-api/server-side-file-upload */
    async upload({ path, bytes, mimeType, isPrivate }: NewFile) {
      const name = path.split("/").at(-1) ?? path
      const form = new FormData()
      form.append("fileName", name)
      form.append("folder", `/${path.slice(0, -name.length)}`)
      // The path says already which file it is, and must stay as it is.
      form.append("useUniqueFileName", "false")
      form.append("isPrivateFile", String(isPrivate))
      form.append(
        "file",
        new Blob([new Uint8Array(bytes)], { type: mimeType }),
        name
      )
      const answer = await ask(
        uploads,
        { method: "POST", body: form },
        patience.upload
      )
      if (answer.status !== 200) {
        throw refused(answer)
      }
      const { data } = uploaded.safeParse(answer.body)
      if (!data) {
        throw unreadable(STORE)
      }
      return { fileId: data.fileId, path: data.filePath.slice(1) }
    },

    /**
     * The id of the file at this path, if there is one.
     * https://docs.imagekit.io/api-reference/media-api/list-and-search-files
     */
    async find(path: string): Promise<string | undefined> {
      const name = path.split("/").at(-1) ?? path
      const query = new URLSearchParams({
        path: `/${path.slice(0, -name.length)}`,
        searchQuery: `name = "${name}"`,
      })
      const answer = await ask(`${api}?${query}`)
      if (answer.status !== 200) {
        throw refused(answer)
      }
      const { data } = listed.safeParse(answer.body)
      if (!data) {
        throw unreadable(STORE)
      }
      return data.find(({ filePath }) => filePath === `/${path}`)?.fileId
    },

    /**
     * Succeeds too when the file was not there.
     * https://docs.imagekit.io/api-reference/media-api/delete-file
     */
    async remove(fileId: string): Promise<void> {
      const answer = await ask(`${api}/${encodeURIComponent(fileId)}`, {
        method: "DELETE",
      })
      if (answer.status !== 204 && answer.status !== 404) {
        throw refused(answer)
      }
    },

    /**
     * Deleting leaves what ImageKit's network has cached; this does not.
     * https://docs.imagekit.io/api-reference/media-api/purge-cache
     */
    async purge(path: string): Promise<void> {
      const answer = await ask(`${api}/purge`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ url: addressOf(path) }),
      })
      if (answer.status !== 200 && answer.status !== 201) {
        throw refused(answer)
      }
    },

    async open(path: string): Promise<Response> {
      const response = await open(wire(patience.other), link(path, 60))
      if (response.status === 404) {
        throw fileMissing(path)
      }
      if (!response.ok) {
        throw refusalOf(STORE, KEYS, response.status, undefined)
      }
      return response
    },
  }
}
