import type { ServerResponse } from "node:http"
import type { CallbackSender } from "./callbacks"
import type { Clock } from "./clock"
import type { Fault } from "./faults"
import { type SimulatorReply, sendReply } from "./http"
import type { JournalResult } from "./journal"

type Answer = () => Promise<SimulatorReply>
type Scene = {
  response: ServerResponse
  /** What the stand-in does and says when nothing is wrong. */
  answer: Answer
  clock: Clock
  callbacks: CallbackSender
  /** Settles when the next request of this stand-in was answered. */
  nextRequest: () => Promise<void>
}

const BLOCKED = `<!DOCTYPE html>
<html><head><title>Request unsuccessful</title></head>
<body><h1>Request unsuccessful</h1><p>Incident ID: 0-0000000000</p></body></html>
`

const wait = (clock: Clock, ms: number) =>
  new Promise<void>((resolve) => clock.after(ms, resolve))

function tell(response: ServerResponse, reply: SimulatorReply): JournalResult {
  sendReply(response, reply)
  return { outcome: "answered", status: reply.status, answer: reply.body }
}

type Spoiling = Extract<Fault, { processed: boolean }>

/** Faults that replace the answer; the work may have been done before. */
function spoil(fault: Spoiling, response: ServerResponse): JournalResult {
  switch (fault.fault) {
    case "drop":
      response.socket?.destroy()
      return { outcome: "connection dropped" }
    case "hang":
      // The caller's timeout, or the end of this process, closes it.
      return { outcome: "left hanging" }
    case "garbage":
      return tell(response, {
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"id": "\u0000\ufffd", "obj',
      })
    case "html":
      return tell(response, {
        status: fault.status,
        headers: { "content-type": "text/html" },
        body: BLOCKED,
      })
    case "oversized":
      sendReply(response, {
        status: 200,
        headers: { "content-type": "application/json" },
        body: `{"padding":"${"x".repeat(fault.bytes)}"}`,
      })
      return { outcome: "answered", status: 200 }
    case "status":
      return tell(response, {
        status: fault.status,
        headers: fault.headers,
        body: fault.body ?? "",
      })
  }
}

/** Answers a request, as badly as the fault wants. */
export async function misbehave(
  fault: Fault,
  { response, answer, clock, callbacks, nextRequest }: Scene
): Promise<JournalResult> {
  const result = async (): Promise<JournalResult> => {
    switch (fault.fault) {
      case "delay": {
        await wait(clock, fault.ms)
        return tell(response, await answer())
      }
      case "reorder": {
        await Promise.race([nextRequest(), wait(clock, fault.ms)])
        return tell(response, await answer())
      }
      case "duplicate": {
        const replies = []
        for (let copy = 0; copy < fault.copies; copy++) {
          replies.push(await answer())
        }
        return tell(response, replies[0])
      }
      case "callback-first": {
        const told = callbacks.nextDelivery(fault.ms)
        const reply = await answer()
        await told
        return tell(response, reply)
      }
      default: {
        if (fault.processed) {
          await answer()
        }
        return spoil(fault, response)
      }
    }
  }
  return { ...(await result()), fault: fault.fault }
}
