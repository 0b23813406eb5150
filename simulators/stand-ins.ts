import { daraja } from "./daraja"
import type { AnyStandIn } from "./frame/stand-in"
import { stripe } from "./stripe"

/** Every stand-in of the process. A new provider adds its line here. */
export const standIns: AnyStandIn[] = [stripe, daraja]
