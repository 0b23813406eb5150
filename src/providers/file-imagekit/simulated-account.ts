import type { ImageKitAccount } from "./client/types"

/** The ImageKit id of the stand-in, the first part of its addresses. */
export const SIMULATED_ID = "duka-kit"

/** The key the ImageKit stand-in accepts, and nobody else does. */
export const SIMULATED_ACCOUNT: Omit<ImageKitAccount, "urlEndpoint"> = {
  privateKey: "private_imagekit-simulator=",
}
