import { MedusaError } from "@medusajs/framework/utils"
import { ApiError, badRequest } from "./api-error"

type Foreign = Error & {
  status?: unknown
  statusCode?: unknown
  type?: unknown
  expose?: unknown
  limit?: unknown
}

const bodyParser: Readonly<Record<string, () => ApiError>> = {
  "entity.parse.failed": () =>
    badRequest("malformed_json", "The body is not valid JSON."),
  "entity.too.large": () =>
    tooLarge("The body is larger than this route takes."),
  "parameters.too.many": () =>
    tooLarge("The body has more parameters than this route takes."),
  "encoding.unsupported": () => unsupported("The encoding of the body"),
  "charset.unsupported": () => unsupported("The charset of the body"),
  "request.aborted": () =>
    badRequest("invalid_data", "The request ended before its body did."),
  "request.size.invalid": () =>
    badRequest("invalid_data", "Content-Length does not fit the body."),
}

const tooLarge = (message: string) =>
  new ApiError({
    status: 413,
    type: MedusaError.Types.INVALID_DATA,
    code: "body_too_large",
    message,
  })

const unsupported = (what: string) =>
  new ApiError({
    status: 415,
    type: MedusaError.Types.INVALID_DATA,
    code: "unsupported_media_type",
    message: `${what} is not supported.`,
  })

/** Errors that multer and the parser below it raise for a broken upload. */
const brokenUpload =
  /^(?:Multipart: Boundary not found|Unexpected end of form|Unexpected end of file|Malformed part header|Malformed content type|Unsupported content type: .*)$/

const uploadError = (error: Foreign & { code?: unknown; field?: unknown }) => {
  if (error.name === "MulterError") {
    return String(error.code) === "LIMIT_FILE_SIZE"
      ? tooLarge("The file is larger than this route takes.")
      : badRequest("malformed_upload", `${error.message}.`)
  }
  return brokenUpload.test(error.message)
    ? badRequest("malformed_upload", "The multipart body is broken.")
    : undefined
}

/** The ORM and the query engine, asked for what does not exist. */
const unknownQuery =
  /not existing property|does not have property|Invalid (?:query|order|filter)|Unknown (?:property|field|column)|Cannot (?:query|order) by|Service with alias ".*" was not found|Entity '.*' does not have|is not a valid (?:field|relation)/

/** Some validators of core trip over a value they did not expect to be missing. */
const trippedValidator = ({ stack = "" }: Error): boolean =>
  /[\\/]zod[\\/]/.test(stack.split("\n").slice(1, 4).join("\n"))

/** Errors of the libraries between Node and the routes. */
export function fromForeign(error: Foreign): ApiError | undefined {
  const status = Number(error.status ?? error.statusCode)
  const parse = bodyParser[String(error.type)]
  if (parse && status >= 400) {
    return parse()
  }
  if (error instanceof URIError) {
    return badRequest("malformed_url", "The address is not correctly encoded.")
  }
  if (error instanceof TypeError && trippedValidator(error)) {
    return badRequest(
      "invalid_data",
      "A value of the request is missing or of the wrong kind."
    )
  }
  const upload = uploadError(error)
  if (upload) {
    return upload
  }
  return unknownQuery.test(error.message ?? "")
    ? badRequest(
        "invalid_query",
        "The query asks for a field, filter or order that does not exist."
      )
    : undefined
}
