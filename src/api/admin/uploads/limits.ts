import type { Limits } from "../../../lib/media"
import { settings } from "../../../settings"

const MB = 1024 * 1024

/** How many files one request may bring. */
export const MAX_FILES = 20

export const limits: Limits = {
  image: settings.UPLOAD_IMAGE_MAX_MB * MB,
  video: settings.UPLOAD_VIDEO_MAX_MB * MB,
  table: 10 * MB,
}

/** Core holds a whole request in memory: so much of it and no more. */
export const MAX_REQUEST =
  Math.max(limits.video, 10 * limits.image, limits.table) + MB
