import type { SimulatorReply } from "../frame/http"

/** What Daraja answers instead of a 200. */
export class DarajaError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

export const invalid = (field: string) =>
  new DarajaError(400, "400.002.02", `Bad Request - Invalid ${field}`)

/** One code for many things; the words tell them apart. */
export const overloaded = (message: string) =>
  new DarajaError(500, "500.001.1001", message)

/** Of the gateway before Daraja, which has a shape of its own. */
export class SpikeArrest extends Error {}

let requests = 0

export const requestId = () =>
  `${1000 + (++requests % 9000)}-${81_090_592 + requests}-1`

export function errorReply(error: unknown): SimulatorReply {
  if (error instanceof SpikeArrest) {
    return {
      status: 429,
      body: {
        fault: {
          faultstring:
            "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=60000000, maxBurstMessageCount=1.0}",
          detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" },
        },
      },
    }
  }
  if (error instanceof DarajaError) {
    return {
      status: error.status,
      body: {
        requestId: requestId(),
        errorCode: error.code,
        errorMessage: error.message,
      },
    }
  }
  throw error
}
