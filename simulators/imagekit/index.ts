import { randomBytes } from "node:crypto"
import { readMultipart } from "../files/multipart"
import { Shelf } from "../files/shelf"
import { sniff } from "../files/sniff"
import { parseJson, type SimulatorRequest } from "../frame/http"
import { type Behaviour, defineSimulator, type Frame } from "../frame/stand-in"
import { configSchema, ENDPOINT, type ImageKitConfig } from "./config"
import { checkKey, isSigned } from "./credentials"
import { errorReply, ImageKitError, wordsOf } from "./errors"

type Facts = { fileId: string; private: boolean; type: string }

/** What ImageKit makes of names it does not take. */
const nameOf = (name: string) => name.replace(/[^\p{L}\p{M}\p{N}.-]/gu, "_")
const folderOf = (folder: string) =>
  folder
    .split("/")
    .filter(Boolean)
    .map((part) => `${nameOf(part)}/`)
    .join("")

/** `name = "a.png"`, the one search this stand-in understands. */
const SEARCH = /^name\s*=\s*"([^"]+)"$/

function build({ config, clock, url }: Frame<ImageKitConfig>): Behaviour {
  const shelf = new Shelf<Facts>()
  const purges: string[] = []

  const described = (path: string) => {
    const entry = shelf.get(path)
    return {
      fileId: entry?.facts.fileId,
      name: path.split("/").at(-1),
      filePath: `/${path}`,
      url: `${url()}${ENDPOINT}/${path}`,
      isPrivateFile: entry?.facts.private,
      size: entry?.bytes.length,
    }
  }

  async function upload(request: SimulatorRequest) {
    checkKey(request, config().private_key)
    const { fields, file } = (await readMultipart(request)) ?? { fields: {} }
    if (!file || !fields.fileName) {
      const missing = file ? "fileName" : "file"
      throw new ImageKitError(400, `Missing ${missing} parameter for upload`)
    }
    if (file.bytes.length > config().max_bytes) {
      throw new ImageKitError(
        400,
        "Your request contains a file that exceeds the maximum upload size."
      )
    }
    const folder = folderOf(fields.folder ?? "")
    const unique =
      fields.useUniqueFileName === "false"
        ? nameOf(fields.fileName)
        : nameOf(fields.fileName).replace(
            /(\.\w+)?$/,
            `_${randomBytes(5).toString("hex")}$1`
          )
    const path = `${folder}${unique}`
    const known = shelf.get(path)?.facts.fileId
    const kept = shelf.put(path, file.bytes, {
      fileId: known ?? randomBytes(12).toString("hex"),
      private: fields.isPrivateFile === "true",
      type: sniff(file.bytes)?.type ?? "application/octet-stream",
    })
    if (!kept) {
      throw new ImageKitError(403, "You have exceeded your storage limit.")
    }
    return { status: 200, body: described(path) }
  }

  function remove(request: SimulatorRequest, fileId: string) {
    checkKey(request, config().private_key)
    const path = shelf.find((_, facts) => facts.fileId === fileId)
    if (!path) {
      throw new ImageKitError(404, "The requested file does not exist.")
    }
    shelf.remove(path)
    return { status: 204 }
  }

  function list(request: SimulatorRequest) {
    checkKey(request, config().private_key)
    const { query } = request
    const name = SEARCH.exec(query.get("searchQuery") ?? "")?.[1]
    if (!name) {
      throw new ImageKitError(400, "The stand-in searches for names only.")
    }
    const path = `${folderOf(query.get("path") ?? "")}${name}`
    return { status: 200, body: shelf.get(path) ? [described(path)] : [] }
  }

  function purge(request: SimulatorRequest) {
    checkKey(request, config().private_key)
    const { url: address } = parseJson(request) as { url?: string }
    if (!address?.startsWith(`${url()}${ENDPOINT}/`)) {
      throw new ImageKitError(400, "Invalid URL")
    }
    purges.push(address)
    return { status: 201, body: { requestId: randomBytes(12).toString("hex") } }
  }

  function deliver({ query }: SimulatorRequest, path: string) {
    const entry = shelf.get(path)
    if (!entry) {
      throw new ImageKitError(404, "Not found")
    }
    const { private_key: key } = config()
    // An address that carries a signature must carry a right one.
    const mustBeSigned = entry.facts.private || query.has("ik-s")
    if (mustBeSigned && !isSigned(path, query, key, clock.now())) {
      throw new ImageKitError(401, "Your request is unauthorized.")
    }
    return {
      status: 200,
      headers: { "content-type": entry.facts.type },
      body: entry.bytes,
    }
  }

  return {
    routes: [
      { method: "POST", path: "/api/v1/files/upload", handle: upload },
      { method: "POST", path: "/v1/files/purge", handle: purge },
      { method: "GET", path: "/v1/files", handle: list },
      {
        method: "DELETE",
        path: "/v1/files/:id",
        handle: (request, { id }) => remove(request, id),
      },
      {
        method: "GET",
        path: `${ENDPOINT}/*path`,
        handle: (request, { path }) => deliver(request, path),
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
    readable: (request) =>
      request.headers["content-type"]?.startsWith("multipart/")
        ? request.bytes
        : parseJson(request),
    holds: () => ({ ...shelf.list(), purged: purges.slice(-100) }),
  }
}

export const imagekit = defineSimulator<ImageKitConfig>({
  name: "imagekit",
  title: "ImageKit",
  description:
    "ImageKit's uploads, searches, deletions and purges, and the addresses files are shown at, signed ones too.",
  matches: ({ path }) =>
    path.startsWith("/api/v1/files/") ||
    /^\/v1\/files(\/|$)/.test(path) ||
    path.startsWith(`${ENDPOINT}/`),
  bodyLimit: 64 * 1024 * 1024,
  config: configSchema,
  build,
})
