import { cloudinary } from "./cloudinary"
import { daraja } from "./daraja"
import type { AnyStandIn } from "./frame/stand-in"
import { imagekit } from "./imagekit"
import { s3 } from "./s3"
import { stripe } from "./stripe"

/** Every stand-in of the process. A new provider adds its line here. */
export const standIns: AnyStandIn[] = [
  // Before Stripe, which answers the rest of `/v1`.
  imagekit,
  stripe,
  daraja,
  cloudinary,
  s3,
]
