import { randomBytes } from "node:crypto"
import { readMultipart } from "../files/multipart"
import { Shelf } from "../files/shelf"
import { sniff } from "../files/sniff"
import type { SimulatorReply, SimulatorRequest } from "../frame/http"
import type { Route } from "../frame/routes"
import { type Behaviour, defineSimulator, type Frame } from "../frame/stand-in"
import { CLOUD, type CloudinaryConfig, configSchema } from "./config"
import { CloudinaryError, errorReply, wordsOf } from "./errors"
import { checkSignature, deliverySignature } from "./signature"

type Facts = { format: string; type: string; version: number }

const DELIVERY = `/${CLOUD}/:resource/:type/*source`
const RESOURCES = ["image", "video", "raw"]
const TYPES = ["upload", "authenticated"]

const notFound = (what: string) =>
  new CloudinaryError(404, `Resource not found - ${what}`)

const formatOf = (source: string) => /\.(\w+)$/.exec(source)?.[1] ?? ""

/** `public_id.jpg` of an image, but `data.csv` of a raw file is all its id. */
const idOf = (resource: string, source: string) =>
  resource === "raw" ? source : source.replace(/\.\w+$/, "")

function build({ config, clock, url }: Frame<CloudinaryConfig>): Behaviour {
  const shelf = new Shelf<Facts>()

  function show(name: string): SimulatorReply {
    const entry = shelf.get(name)
    if (!entry) {
      throw notFound(name)
    }
    return {
      status: 200,
      headers: { "content-type": entry.facts.type },
      body: entry.bytes,
    }
  }

  async function formOf(request: SimulatorRequest) {
    const form = await readMultipart(request)
    const fields =
      form?.fields ?? Object.fromEntries(new URLSearchParams(request.body))
    checkSignature(fields, config(), clock.now())
    return { fields, file: form?.file }
  }

  /** What Cloudinary would make of the bytes. */
  function judge(resource: string, id: string, bytes: Buffer) {
    const seen = sniff(bytes)
    if (resource === "raw") {
      const type = "application/octet-stream"
      return { format: formatOf(id), type }
    }
    if (seen?.kind !== resource) {
      throw new CloudinaryError(400, `Invalid ${resource} file`)
    }
    return { format: seen.format, type: seen.type }
  }

  async function upload(request: SimulatorRequest, resource: string) {
    const { fields, file } = await formOf(request)
    if (!file) {
      throw new CloudinaryError(400, "Missing required parameter - file")
    }
    const { bytes } = file
    const { max_bytes: most } = config()
    if (bytes.length > most) {
      throw new CloudinaryError(
        400,
        `File size too large. Got ${bytes.length}. Maximum is ${most}.`
      )
    }
    const id = fields.public_id || randomBytes(10).toString("hex")
    const type = fields.type || "upload"
    const version = Math.floor(clock.now() / 1000)
    const facts = { ...judge(resource, id, bytes), version }
    if (!shelf.put(`${resource}/${type}/${id}`, bytes, facts)) {
      throw new CloudinaryError(420, "Storage limit of the account exceeded")
    }
    const source = resource === "raw" ? id : `${id}.${facts.format}`
    const address = `${url()}/${CLOUD}/${resource}/${type}/v${version}/${source}`
    return {
      status: 200,
      body: {
        asset_id: randomBytes(16).toString("hex"),
        public_id: id,
        version,
        format: facts.format,
        resource_type: resource,
        type,
        bytes: bytes.length,
        url: address,
        secure_url: address,
      },
    }
  }

  async function destroy(request: SimulatorRequest, resource: string) {
    const { fields } = await formOf(request)
    const type = fields.type || "upload"
    const gone = shelf.remove(`${resource}/${type}/${fields.public_id}`)
    return { status: 200, body: { result: gone ? "ok" : "not found" } }
  }

  /** The way to a private file that ends at a given time. */
  function download({ query }: SimulatorRequest, resource: string) {
    const fields = Object.fromEntries(query)
    if (Number(fields.expires_at) * 1000 < clock.now()) {
      throw new CloudinaryError(401, "This link has expired")
    }
    checkSignature(fields, config(), clock.now())
    return show(`${resource}/${fields.type || "upload"}/${fields.public_id}`)
  }

  function deliver(resource: string, type: string, source: string) {
    const [, signature, path] =
      /^(?:s--([\w-]{8})--\/)?(?:v\d+\/)?(.+)$/.exec(source) ?? []
    if (!path || !RESOURCES.includes(resource) || !TYPES.includes(type)) {
      throw notFound(source)
    }
    const name = `${resource}/${type}/${idOf(resource, path)}`
    const right = deliverySignature(path, config().api_secret)
    if (type === "authenticated" && signature !== right) {
      throw new CloudinaryError(401, "Unauthorized access to the resource")
    }
    const format = formatOf(path).toLowerCase().replace("jpeg", "jpg")
    const kept = shelf.get(name)?.facts.format
    if (kept !== undefined && resource !== "raw" && format !== kept) {
      throw new CloudinaryError(400, "The stand-in converts no formats")
    }
    return show(name)
  }

  const api = (
    method: string,
    action: string,
    answer: (
      request: SimulatorRequest,
      resource: string
    ) => SimulatorReply | Promise<SimulatorReply>
  ): Route => ({
    method,
    path: `/v1_1/${CLOUD}/:resource/${action}`,
    handle(request, { resource }) {
      if (!RESOURCES.includes(resource)) {
        throw new CloudinaryError(400, `Invalid resource type ${resource}`)
      }
      return answer(request, resource)
    },
  })

  return {
    routes: [
      api("POST", "upload", upload),
      api("POST", "destroy", destroy),
      api("GET", "download", download),
      {
        method: "GET",
        path: DELIVERY,
        handle: (_, { resource, type, source }) =>
          deliver(resource, type, source),
      },
    ],
    async around(_, next) {
      try {
        return await next()
      } catch (error) {
        return errorReply(error)
      }
    },
    refuse: ({ status, message }) => wordsOf(status, message),
    readable: ({ bytes }) => bytes,
    holds: () => shelf.list(),
  }
}

export const cloudinary = defineSimulator<CloudinaryConfig>({
  name: "cloudinary",
  title: "Cloudinary",
  description:
    "Cloudinary's signed uploads, destroys, downloads of private files, and the addresses files are shown at.",
  matches: ({ path }) =>
    path.startsWith("/v1_1/") || path.startsWith(`/${CLOUD}/`),
  bodyLimit: 64 * 1024 * 1024,
  config: configSchema,
  build,
})
