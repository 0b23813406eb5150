import type { CloudinaryAccount } from "./client/types"

/** The account the Cloudinary stand-in accepts, and nobody else does. */
export const SIMULATED_ACCOUNT: CloudinaryAccount = {
  cloudName: "duka-cloud",
  apiKey: "100000000000001",
  apiSecret: "cloudinary-simulator-secret",
}
