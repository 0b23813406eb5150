import { ServerResponse, IncomingMessage } from "node:http"
import { Socket } from "node:net"
import helmet, { type HelmetOptions } from "helmet"
import { settings } from "../../settings"
import type { Area } from "./request-state"

type Headers = readonly (readonly [string, string])[]

/** Helmet's headers do not depend on the request: they are worked out once. */
function headersOf(options: HelmetOptions): Headers {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, () => undefined)
  return Object.entries(response.getHeaders()).map(
    ([name, value]) => [name, String(value)] as const
  )
}

const https = settings.BACKEND_URL.startsWith("https://")

const common: HelmetOptions = {
  strictTransportSecurity:
    settings.NODE_ENV === "production" && https
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
}

/** Answers of the API are data; nothing in them may run or be framed. */
const api = headersOf({
  ...common,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] },
  },
})

/** Images of the shop stand on other sites; what is uploaded never runs. */
const files = headersOf({
  ...common,
  crossOriginResourcePolicy: { policy: "cross-origin" },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "frame-ancestors": ["'none'"],
      sandbox: [],
    },
  },
})

/**
 * Where the admin puts a file it imports: straight into the store, into the
 * bucket of private files. Other stores get theirs by way of this server.
 */
function fileStore(): string[] {
  if (settings.FILE_PROVIDER !== "s3") {
    return []
  }
  const endpoint = new URL(
    settings.S3_ENDPOINT ?? `https://s3.${settings.S3_REGION}.amazonaws.com`
  )
  const bucket = settings.S3_PRIVATE_BUCKET ?? settings.S3_BUCKET
  const ofBucket = `${endpoint.protocol}//${bucket}.${endpoint.host}`
  return [endpoint.origin, ofBucket]
}

/** The admin is one bundle of ours that shows images from anywhere. */
const pages = headersOf({
  ...common,
  referrerPolicy: { policy: "same-origin" },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "script-src": ["'self'"],
      "style-src": ["'self'", "'unsafe-inline'"],
      "img-src": ["'self'", "data:", "blob:", "http:", "https:"],
      "media-src": ["'self'", "data:", "blob:", "http:", "https:"],
      "font-src": ["'self'", "data:"],
      "connect-src": [
        "'self'",
        new URL(settings.BACKEND_URL).origin,
        ...fileStore(),
      ],
      "worker-src": ["'self'", "blob:"],
      "object-src": ["'none'"],
      "base-uri": ["'self'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
      ...(https ? { "upgrade-insecure-requests": [] } : {}),
    },
  },
})

/** The development server of the admin puts scripts into the page. */
const developedPages = headersOf({ ...common, contentSecurityPolicy: false })

const adminPages = settings.NODE_ENV === "development" ? developedPages : pages

/** What is only for one person must not stay in a cache on the way. */
const NO_STORE = ["Cache-Control", "no-store"] as const
const personal: Headers = [...api, NO_STORE]

/** A file is never changed: another one gets another name. */
const kept: Headers = [
  ...files,
  ["Cache-Control", "public, max-age=31536000, immutable"],
]

/** Core's local store tells by the name that a file is not for everybody. */
const PRIVATE = /\/private-[^/]*$/

function isPrivate(path: string): boolean {
  try {
    return PRIVATE.test(decodeURIComponent(path))
  } catch {
    return true
  }
}

const headersFor = (area: Area | undefined, path: string): Headers => {
  switch (area) {
    case "app":
      return adminPages
    case "static":
      return isPrivate(path) ? [...files, NO_STORE] : kept
    case "admin":
    case "auth":
      return personal
    default:
      return api
  }
}

export function setSecurityHeaders(
  response: ServerResponse,
  area: Area | undefined,
  path: string
): void {
  for (const [name, value] of headersFor(area, path)) {
    response.setHeader(name, value)
  }
}
