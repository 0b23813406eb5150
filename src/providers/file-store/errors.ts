import { MedusaError } from "@medusajs/framework/utils"

export const STORE_UNAVAILABLE = "file_store_unavailable"
export const STORE_REFUSED = "file_store_refused"

/** The store did not do it, or nobody knows: the next try may succeed. */
export class StoreUnavailable extends MedusaError {
  readonly status = 503

  constructor(
    message: string,
    /** The store may have done it all the same. */
    readonly doubtful = false
  ) {
    super(MedusaError.Types.UNEXPECTED_STATE, message, STORE_UNAVAILABLE)
  }
}

/** The store will not do it, however often it is asked. */
export const storeRefused = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message, STORE_REFUSED)

export const invalidFile = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

export const fileMissing = (key: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no file with the id ${key}.`
  )
