import { excerptOf } from "../../../../lib/outgoing"
import { isObject, type Json } from "./exchange"

export type FaultMeaning =
  /** The token is not, or no longer, valid. */
  | "token"
  | "configuration"
  | "request"
  | "throttled"
  | "subscriber-busy"
  /** Of a query: the shopper has not answered yet. */
  | "processing"
  /** C2B addresses that are registered already. */
  | "registered"
  | "busy"
  | "server"

export type Fault = { code: string; message: string; meaning: FaultMeaning }

const BY_CODE: Record<string, FaultMeaning> = {
  "400.002.02": "request",
  "400.002.05": "request",
  "400.003.01": "token",
  "401.003.01": "token",
  "404.001.03": "token",
  "400.008.01": "configuration",
  "400.008.02": "configuration",
  "404.001.01": "configuration",
  "404.001.04": "configuration",
  "404.003.01": "configuration",
  "405.001": "configuration",
  "500.003.03": "throttled",
}

/** Codes that mean several things, told apart by their message only. */
const BY_MESSAGE: Record<string, [RegExp, FaultMeaning][]> = {
  "500.001.1001": [
    [/being processed/i, "processing"],
    [/merchant does not exist|wrong credentials/i, "configuration"],
    [/unable to lock subscriber/i, "subscriber-busy"],
  ],
  "500.003.02": [
    [/spike arrest/i, "throttled"],
    [/./, "busy"],
  ],
  "500.003.1001": [[/already registered/i, "registered"]],
}

/** Faults of the gateway before Safaricom's systems, by its own names. */
const OF_THE_GATEWAY: [RegExp, FaultMeaning][] = [
  [/spikearrest|quotaviolation|ratelimit/i, "throttled"],
  [/apiproduct/i, "configuration"],
  [/access_?token|invalid access token/i, "token"],
]

const find = (list: [RegExp, FaultMeaning][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1]

function byStatus(status: number): FaultMeaning {
  if (status === 401) {
    return "token"
  }
  if (status === 429) {
    return "throttled"
  }
  // A gateway that gave up waiting (408) may have passed the call on.
  return status >= 400 && status < 500 && status !== 408 ? "request" : "server"
}

const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : ""

function gatewayFault(status: number, fault: Json): Fault {
  const detail = isObject(fault.detail) ? fault.detail : {}
  const code = textOf(detail.errorcode) || `HTTP ${status}`
  const message = excerptOf(textOf(fault.faultstring) || code)
  const meaning = find(OF_THE_GATEWAY, `${code} ${message}`)
  return { code, message, meaning: meaning ?? byStatus(status) }
}

/** The error in an answer, whatever its status; undefined when there is none. */
export function readFault(status: number, body: Json): Fault | undefined {
  if (isObject(body.fault)) {
    return gatewayFault(status, body.fault)
  }
  const code = textOf(body.errorCode)
  if (!code && status >= 200 && status < 300) {
    return undefined
  }
  const message = excerptOf(textOf(body.errorMessage) || `HTTP ${status}`)
  const meaning =
    BY_CODE[code] ?? find(BY_MESSAGE[code] ?? [], message) ?? byStatus(status)
  return { code: code || `HTTP ${status}`, message, meaning }
}
