import type { FaultInput } from "../frame/faults"

const PUSH = "/mpesa/stkpush/v1/processrequest"

/** Safaricom's bad days by name, for `POST /_sim/daraja/faults`. */
export const darajaFaults = {
  /** The shopper pays, the shop is not told. */
  lostCallback: {
    fault: "drop",
    match: { on: "callback", event: "stk.callback" },
  },
  /** Nor is the address told that the shop has announced for its paybill. */
  lostAnnouncement: {
    fault: "drop",
    match: { on: "callback", event: "c2b.confirmation" },
  },
  doubledCallback: {
    fault: "duplicate",
    match: { on: "callback", event: "stk.callback" },
  },
  lateCallback: {
    fault: "delay",
    ms: 300_000,
    match: { on: "callback", event: "stk.callback" },
  },
  /** The next callback of any kind comes first. */
  overtakenCallback: {
    fault: "reorder",
    match: { on: "callback", event: "stk.callback" },
  },
  /** The shopper is so quick that the push is not answered yet. */
  callbackFirst: { fault: "callback-first", match: { path: PUSH } },
  /** The prompt is on the phone, but the shop never learns of it. */
  lostReply: { fault: "drop", processed: true, match: { path: PUSH } },
  /** The gateway turns a call away. */
  spikeArrest: {
    fault: "status",
    status: 429,
    headers: { "content-type": "application/json" },
    body: {
      fault: {
        faultstring: "Spike arrest violation",
        detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" },
      },
    },
  },
  /** The firewall before the gateway does. */
  blocked: { fault: "html", status: 403 },
  invalidToken: {
    fault: "status",
    status: 404,
    headers: { "content-type": "application/json" },
    body: {
      requestId: "1",
      errorCode: "404.001.03",
      errorMessage: "Invalid Access Token",
    },
    match: { path: PUSH },
  },
} as const satisfies Record<string, FaultInput>
