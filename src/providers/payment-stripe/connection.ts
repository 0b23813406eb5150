import { MedusaError } from "@medusajs/framework/utils"

/** The part of the SDK's settings this provider decides. */
export type Connection = {
  timeout: number
  maxNetworkRetries: number
  host?: string
  port?: string
  protocol?: "http"
}

/**
 * The SDK waits 80 seconds by itself, and the core provider tries an unanswered
 * call four times: a shopper would look at a spinner for ten minutes.
 */
const PATIENCE = { timeout: 15_000, maxNetworkRetries: 1 }

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** How to reach Stripe, or its stand-in on this machine. */
export function connectionTo(
  simulatorsUrl: string | undefined,
  apiKey: string
): Connection {
  if (!simulatorsUrl) {
    return PATIENCE
  }
  const { hostname, port, protocol } = new URL(simulatorsUrl)
  if (protocol !== "http:" || !LOOPBACK.test(hostname)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `The simulated Stripe is at ${simulatorsUrl}, which is not an http address of this machine. Set SIMULATORS_URL to the address the simulators print, or unset it.`
    )
  }
  if (!apiKey.startsWith("sk_test_")) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "A live Stripe key would go to the simulators. Unset SIMULATORS_URL, or use a test key."
    )
  }
  return { ...PATIENCE, host: hostname, port: port || "80", protocol: "http" }
}
