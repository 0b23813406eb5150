import { createHash, createHmac } from "node:crypto"
import type { SimulatorRequest } from "../frame/http"
import type { S3Config } from "./config"
import { accessDenied, S3Error } from "./errors"

/**
 * Signature Version 4, in a header or in the query, as Amazon describes it:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */

const ALGORITHM = "AWS4-HMAC-SHA256"
const UNSIGNED = "UNSIGNED-PAYLOAD"
const SKEW_MS = 15 * 60_000
const WEEK_S = 7 * 24 * 60 * 60

type Claim = {
  credential: string
  signedHeaders: string[]
  signature: string
  /** `20260101T120000Z` */
  date: string
  payload: string
  /** Seconds a presigned address lives; a signed header lives by the clock. */
  expires?: number
}

const sha256 = (data: string | Buffer) =>
  createHash("sha256").update(data).digest("hex")

const hmac = (key: string | Buffer, data: string) =>
  createHmac("sha256", key).update(data).digest()

const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  )

const malformed = () =>
  new S3Error(
    400,
    "AuthorizationHeaderMalformed",
    "The authorization header is malformed."
  )

const text = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(",") : (value ?? "")

function fromHeader({ headers }: SimulatorRequest): Claim {
  const [algorithm, rest = ""] = text(headers.authorization).split(/\s+(.*)/s)
  const parts = Object.fromEntries(
    rest.split(",").map((part) => part.trim().split(/=(.*)/s).slice(0, 2))
  ) as Record<string, string | undefined>
  const { Credential, SignedHeaders, Signature } = parts
  if (algorithm !== ALGORITHM || !Credential || !SignedHeaders || !Signature) {
    throw malformed()
  }
  return {
    credential: Credential,
    signedHeaders: SignedHeaders.split(";"),
    signature: Signature,
    date: text(headers["x-amz-date"]),
    payload: text(headers["x-amz-content-sha256"]),
  }
}

function fromQuery({ query }: SimulatorRequest): Claim {
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? ""
  const expires = Number(get("Expires"))
  if (get("Algorithm") !== ALGORITHM || !(expires > 0 && expires <= WEEK_S)) {
    throw new S3Error(
      400,
      "AuthorizationQueryParametersError",
      "The query is no presigned request."
    )
  }
  return {
    credential: get("Credential"),
    signedHeaders: get("SignedHeaders").split(";"),
    signature: get("Signature"),
    date: get("Date"),
    payload: UNSIGNED,
    expires,
  }
}

function canonical(request: SimulatorRequest, claim: Claim) {
  const query = [...request.query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&")
  const headers = claim.signedHeaders.map(
    (name) =>
      `${name}:${text(request.headers[name]).trim().replace(/ +/g, " ")}\n`
  )
  return [
    request.method,
    request.path,
    query,
    headers.join(""),
    claim.signedHeaders.join(";"),
    claim.payload,
  ].join("\n")
}

function timeOf(date: string) {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!parts) {
    throw accessDenied("AWS authentication requires a valid Date.")
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function checkTime({ date, expires }: Claim, now: number) {
  const at = timeOf(date)
  if (expires === undefined && Math.abs(now - at) > SKEW_MS) {
    throw new S3Error(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large."
    )
  }
  if (expires !== undefined && now > at + expires * 1000) {
    throw accessDenied("Request has expired")
  }
}

/** Every header that says something to S3 must be signed. */
function checkHeaders({ headers }: SimulatorRequest, claim: Claim) {
  const loose = Object.keys(headers).filter(
    (name) => name.startsWith("x-amz-") && !claim.signedHeaders.includes(name)
  )
  if (loose.length || !claim.signedHeaders.includes("host")) {
    throw accessDenied(
      "There were headers present in the request which were not signed"
    )
  }
}

/** Throws what S3 would say, unless the account has signed the request. */
export function checkSignature(
  request: SimulatorRequest,
  account: S3Config,
  now: number
) {
  const presigned = request.query.has("X-Amz-Signature")
  if (!presigned && !request.headers.authorization) {
    throw accessDenied()
  }
  const claim = presigned ? fromQuery(request) : fromHeader(request)
  const [keyId, day, region, service, end] = claim.credential.split("/")
  if (keyId !== account.access_key_id) {
    throw new S3Error(
      403,
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records."
    )
  }
  if (region !== account.region || service !== "s3" || end !== "aws4_request") {
    throw malformed()
  }
  checkTime(claim, now)
  checkHeaders(request, claim)
  const toSign = [
    ALGORITHM,
    claim.date,
    [day, region, service, end].join("/"),
    sha256(canonical(request, claim)),
  ].join("\n")
  const key = [day, region, service, end].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${account.secret_access_key}`
  )
  if (hmac(key, toSign).toString("hex") !== claim.signature) {
    throw new S3Error(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method."
    )
  }
  if (claim.payload !== UNSIGNED && claim.payload !== sha256(request.bytes)) {
    throw new S3Error(
      400,
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed."
    )
  }
}
