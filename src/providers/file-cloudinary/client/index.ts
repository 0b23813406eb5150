import { z } from "@medusajs/framework/zod"
import { fileMissing } from "../../file-store/errors"
import { type Answer, exchange, open } from "../../file-store/exchange"
import { refusalOf, unreadable } from "../../file-store/refusals"
import { webAddressOf } from "../../file-store/web-address"
import { type Fields, signed } from "./signature"
import type {
  Asset,
  CloudinaryConfig,
  CloudinaryDependencies,
  ResourceType,
  Timeouts,
} from "./types"

export type * from "./types"

const STORE = "Cloudinary"
const API = "https://api.cloudinary.com"
const DELIVERY = "https://res.cloudinary.com"

/** A video of fifty megabytes takes its time, a word of Cloudinary's none. */
const TIMEOUTS: Timeouts = { upload: 120_000, other: 15_000 }

const uploaded = z.object({ public_id: z.string() })
const destroyed = z.object({ result: z.enum(["ok", "not found"]) })
const failure = z.object({ error: z.object({ message: z.string() }) })

export type Cloudinary = ReturnType<typeof createCloudinary>

/** A client of one Cloudinary account. It logs nothing. */
export function createCloudinary(
  account: CloudinaryConfig,
  { fetch: send = fetch, clock = Date, timeouts = {} }: CloudinaryDependencies
) {
  const { cloudName } = account
  const patience = { ...TIMEOUTS, ...timeouts }
  const api = `${webAddressOf(account.apiUrl ?? API)}/v1_1/${cloudName}`
  const delivery = webAddressOf(
    account.deliveryUrl ?? `${DELIVERY}/${cloudName}`
  )
  const wire = (timeoutMs: number) => ({ store: STORE, fetch: send, timeoutMs })
  const refused = ({ status, body }: Answer) =>
    refusalOf(
      STORE,
      "CLOUDINARY_URL",
      status,
      failure.safeParse(body).data?.error.message
    )

  async function post(
    action: string,
    resourceType: ResourceType,
    fields: Fields,
    timeoutMs: number,
    file?: Blob
  ) {
    const form = new FormData()
    for (const [name, value] of Object.entries(
      signed(fields, account, clock.now())
    )) {
      form.append(name, value)
    }
    if (file) {
      form.append("file", file, fields.public_id.split("/").at(-1))
    }
    const answer = await exchange(
      wire(timeoutMs),
      `${api}/${resourceType}/${action}`,
      { method: "POST", body: form }
    )
    if (answer.status !== 200) {
      throw refused(answer)
    }
    return answer.body
  }

  const sourceOf = ({ publicId, format }: Asset) =>
    format ? `${publicId}.${format}` : publicId

  /**
   * Shows a private file for a time. The signature in a delivery address never
   * ends, this one does.
   * https://cloudinary.com/documentation/control_access_to_media
   */
  function link(asset: Asset, seconds: number) {
    const { resourceType, type, publicId, format } = asset
    const fields = {
      public_id: publicId,
      type,
      expires_at: String(Math.floor(clock.now() / 1000) + seconds),
      ...(format ? { format } : {}),
    }
    const query = new URLSearchParams(signed(fields, account, clock.now()))
    return `${api}/${resourceType}/download?${query}`
  }

  return {
    link,

    /**
     * Where a file is shown. An address with folders and no version stays in
     * caches when its file is deleted; `v1` is what Cloudinary's own clients
     * write when they know no other.
     * https://cloudinary.com/documentation/advanced_url_delivery_options
     */
    addressOf: (asset: Asset) =>
      `${delivery}/${asset.resourceType}/${asset.type}/v1/${sourceOf(asset)}`,

    /** https://cloudinary.com/documentation/image_upload_api_reference */
    async upload(asset: Asset, bytes: Buffer, mimeType: string): Promise<void> {
      const { resourceType, type, publicId } = asset
      const body = await post(
        "upload",
        resourceType,
        { public_id: publicId, type },
        patience.upload,
        new Blob([new Uint8Array(bytes)], { type: mimeType })
      )
      if (uploaded.safeParse(body).data?.public_id !== publicId) {
        throw unreadable(STORE)
      }
    },

    /** Also out of the caches of Cloudinary's network (`invalidate`). */
    async destroy({ resourceType, type, publicId }: Asset): Promise<void> {
      const body = await post(
        "destroy",
        resourceType,
        { public_id: publicId, type, invalidate: "true" },
        patience.other
      )
      if (!destroyed.safeParse(body).success) {
        throw unreadable(STORE)
      }
    },

    async open(asset: Asset): Promise<Response> {
      const response = await open(wire(patience.other), link(asset, 60))
      if (response.status === 404) {
        throw fileMissing(sourceOf(asset))
      }
      if (!response.ok) {
        throw refusalOf(STORE, "CLOUDINARY_URL", response.status, undefined)
      }
      return response
    },
  }
}
