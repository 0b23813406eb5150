import type { Settings } from "./read"
import { definitionOf, type SettingName } from "./schema"

type Given = ReadonlySet<SettingName>

/** What works, but probably not as its owner thinks. */
export function settingsWarnings(settings: Settings, given: Given): string[] {
  const warnings: string[] = []
  const production = settings.NODE_ENV === "production"
  if (!production && !settings.REDIS_URL && settings.WORKER_MODE !== "shared") {
    warnings.push(
      `WORKER_MODE is \`${settings.WORKER_MODE}\` without Redis, so events never reach the other process; set REDIS_URL, or WORKER_MODE to \`shared\`.`
    )
  } else if (production && !settings.REDIS_URL) {
    warnings.push(
      "REDIS_URL is not set, so log-ins to the admin and events live in this one process; start no second one."
    )
  }
  if (production && settings.TRIAL_MODE !== "off") {
    warnings.push(
      `TRIAL_MODE is \`${settings.TRIAL_MODE}\`, so payments may be tests; never leave it on where people buy.`
    )
  }
  if (production && settings.FILE_PROVIDER === "local") {
    warnings.push(
      "FILE_PROVIDER is `local`, so uploads are on this machine's disk; keep that disk, or set it to `s3`, `cloudinary` or `imagekit`."
    )
  }
  const { FILE_PROVIDER, S3_ACL, S3_PRIVATE_BUCKET } = settings
  if (production && FILE_PROVIDER === "s3" && !S3_ACL && !S3_PRIVATE_BUCKET) {
    warnings.push(
      "S3_PRIVATE_BUCKET is not set, so exports lie in the folder `private` of the public bucket; set it, or hide that folder."
    )
  }
  for (const name of given) {
    const { later } = definitionOf[name]
    if (later) {
      warnings.push(`${name} is set, but nothing reads it yet (${later}).`)
    }
  }
  return warnings
}
