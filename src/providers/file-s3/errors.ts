import { MedusaError } from "@medusajs/framework/utils"
import { fileMissing, StoreUnavailable } from "../file-store/errors"
import { silence } from "../file-store/exchange"
import { refusalOf } from "../file-store/refusals"

const STORE = "The S3 store"
const KEYS = "S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION"

type SdkError = Error & {
  Code?: string
  $metadata?: { httpStatusCode?: number }
}

/** What the SDK throws, in words; the file's own id where it is about one. */
export function inWords(thrown: unknown, key: string): MedusaError {
  if (thrown instanceof MedusaError) {
    return thrown
  }
  const error = thrown as SdkError
  const status = error.$metadata?.httpStatusCode
  if (status === undefined) {
    return silence(error, STORE)
  }
  if (error.name === "NoSuchBucket") {
    return new StoreUnavailable(
      `${STORE} has no such bucket. Check S3_BUCKET, S3_PRIVATE_BUCKET and S3_ENDPOINT.`
    )
  }
  if (status === 404) {
    return fileMissing(key)
  }
  if (error.name === "SlowDown") {
    return refusalOf(STORE, KEYS, 429, undefined)
  }
  return refusalOf(STORE, KEYS, status, error.message)
}
