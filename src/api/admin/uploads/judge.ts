import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type Media,
  MediaProblem,
  readCsv,
  readMedia,
} from "../../../lib/media"
import { Refusal } from "../../../workflows/refusal"
import { folderOf } from "./folder"
import { limits, MAX_FILES } from "./limits"
import { asSent, plainName } from "./names"

/** A file as core's parser leaves it on the request. */
type Uploaded = {
  originalname: string
  mimetype: string
  buffer: Buffer
  size: number
}

type Parsed = { files?: Uploaded[]; file?: Uploaded }

const CSV = /\.csv$/i

/** The import of products in the admin sends its table this way, too. */
const read = ({ originalname, buffer }: Uploaded): Media =>
  CSV.test(originalname) ? readCsv(buffer, limits) : readMedia(buffer, limits)

function judged(file: Uploaded, field: string): Media {
  try {
    return read(file)
  } catch (error) {
    if (error instanceof MediaProblem) {
      throw new Refusal(
        error.code,
        `${asSent(file.originalname)}: ${error.message}`,
        {
          details: [{ field, message: error.message }],
        }
      )
    }
    throw error
  }
}

const replace = (file: Uploaded, media: Media, folder: string) =>
  Object.assign(file, {
    originalname: `${folder}${plainName(asSent(file.originalname), media.extension)}`,
    mimetype: media.mime,
    buffer: media.bytes,
    size: media.bytes.length,
  })

/**
 * After core has taken the request apart, and before it stores anything: all
 * files are good, or none is kept.
 */
export async function judgeUpload(
  req: MedusaRequest<{ product_id?: unknown } | undefined> & Parsed,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const files = req.files ?? []
  if (files.length > MAX_FILES) {
    throw new Refusal(
      "too_many_files",
      `One request may bring ${MAX_FILES} files.`,
      { details: [{ field: "files", message: `At most ${MAX_FILES}.` }] }
    )
  }
  const media = files.map((file, index) => judged(file, `files.${index}`))
  const folder = await folderOf(req.scope, req.body?.product_id)
  files.forEach((file, index) => replace(file, media[index], folder))
  next()
}

/** A table alone, where core takes one for its import. */
export function judgeTable(
  req: MedusaRequest & Parsed,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { file } = req
  if (file) {
    if (!CSV.test(file.originalname)) {
      throw new Refusal("file_type_not_allowed", "A table ends in `.csv`.", {
        details: [{ field: "file", message: "Not a .csv file." }],
      })
    }
    replace(file, judged(file, "file"), "")
  }
  next()
}
