import { createHash } from "node:crypto"
import { Shelf } from "../files/shelf"
import type { SimulatorReply, SimulatorRequest } from "../frame/http"
import type { Route } from "../frame/routes"
import { type Behaviour, defineSimulator, type Frame } from "../frame/stand-in"
import {
  configSchema,
  PRIVATE_BUCKET,
  PUBLIC_ADDRESS,
  PUBLIC_BUCKET,
  type S3Config,
} from "./config"
import { accessDenied, errorReply, S3Error, xmlError } from "./errors"
import { checkSignature } from "./signature"

/**
 * R2 turned these away for long, and an address that is signed before anybody
 * has the body carries the checksum of nothing.
 */
const CHECKSUM = /^x-amz-(checksum-|sdk-checksum|trailer)/

type Facts = {
  type: string
  access: string
  cache: string
  metadata: Record<string, string>
}

const text = (value: string | string[] | undefined) => String(value ?? "")

const notImplemented = (what: string) =>
  new S3Error(501, "NotImplemented", `${what} not implemented`)

const noSuchKey = () =>
  new S3Error(404, "NoSuchKey", "The specified key does not exist.")

function build({ config, clock }: Frame<S3Config>): Behaviour {
  const shelf = new Shelf<Facts>()

  function keep(request: SimulatorRequest, name: string): SimulatorReply {
    const { headers, query, bytes } = request
    const acl = text(headers["x-amz-acl"]) || query.get("x-amz-acl")
    if (acl && config().acl === "refused") {
      throw notImplemented(`Header 'x-amz-acl' with value '${acl}'`)
    }
    const odd = [...Object.keys(headers), ...query.keys()].find((header) =>
      CHECKSUM.test(header)
    )
    if (odd) {
      throw notImplemented(`Header '${odd}'`)
    }
    const kept = shelf.put(name, bytes, {
      type: text(headers["content-type"]) || "application/octet-stream",
      access: acl || "bucket",
      cache: text(headers["cache-control"]),
      metadata: Object.fromEntries(
        Object.entries(headers)
          .filter(([header]) => header.startsWith("x-amz-meta-"))
          .map(([header, value]) => [header.slice(11), text(value)])
      ),
    })
    if (!kept) {
      throw new S3Error(507, "InsufficientStorage", "The bucket is full.")
    }
    const etag = createHash("md5").update(bytes).digest("hex")
    return { status: 200, headers: { etag: `"${etag}"` } }
  }

  function show(name: string): SimulatorReply {
    const entry = shelf.get(name)
    if (!entry) {
      throw noSuchKey()
    }
    return {
      status: 200,
      headers: {
        "content-type": entry.facts.type,
        ...(entry.facts.cache ? { "cache-control": entry.facts.cache } : {}),
      },
      body: entry.bytes,
    }
  }

  function take(name: string): SimulatorReply {
    // Also when there was none: S3 does not tell.
    shelf.remove(name)
    return { status: 204 }
  }

  const routesOf = (bucket: string): Route[] => {
    const signed = (
      method: string,
      answer: (request: SimulatorRequest, name: string) => SimulatorReply
    ): Route => ({
      method,
      path: `/${bucket}/*key`,
      handle(request, { key }) {
        checkSignature(request, config(), clock.now())
        return answer(request, `${bucket}/${key}`)
      },
    })
    return [
      signed("PUT", keep),
      signed("GET", (_, name) => show(name)),
      signed("DELETE", (_, name) => take(name)),
    ]
  }

  return {
    routes: [
      ...routesOf(PUBLIC_BUCKET),
      ...routesOf(PRIVATE_BUCKET),
      {
        method: "GET",
        path: `${PUBLIC_ADDRESS}/*key`,
        handle(_, { key }) {
          const name = `${PUBLIC_BUCKET}/${key}`
          if (shelf.get(name)?.facts.access === "private") {
            throw accessDenied()
          }
          return show(name)
        },
      },
    ],
    around(_, next) {
      try {
        return next()
      } catch (error) {
        return errorReply(error)
      }
    },
    refuse: ({ status, message }) =>
      xmlError(
        status,
        status === 405 ? "MethodNotAllowed" : "NotImplemented",
        message
      ),
    readable: ({ bytes }) => bytes,
    holds: () => shelf.list(),
  }
}

export const s3 = defineSimulator<S3Config>({
  name: "s3",
  title: "S3",
  description:
    "An S3-compatible store such as R2: signed requests and presigned addresses of two buckets, one of them public at an address of its own.",
  matches: ({ path }) => /^\/duka-(files|private|assets)\//.test(path),
  bodyLimit: 64 * 1024 * 1024,
  config: configSchema,
  build,
})
