import type { ServerResponse } from "node:http"

const CONNECTIONS = 100
const HEARTBEAT = 15_000

/** Server-sent events: tells open phone pages that a phone changed. */
export class LiveUpdates {
  private readonly listeners = new Set<ServerResponse>()
  private readonly heartbeat = setInterval(
    () => this.write(": still here\n\n"),
    HEARTBEAT
  ).unref()

  /** False when too many pages are open. */
  join(response: ServerResponse): boolean {
    if (this.listeners.size >= CONNECTIONS) {
      return false
    }
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
    })
    response.write("retry: 1000\n\n")
    this.listeners.add(response)
    response.on("close", () => this.listeners.delete(response))
    return true
  }

  phoneChanged(msisdn: string) {
    this.write(`event: phone\ndata: ${JSON.stringify({ msisdn })}\n\n`)
  }

  close() {
    clearInterval(this.heartbeat)
    this.listeners.forEach((response) => response.end())
    this.listeners.clear()
  }

  private write(text: string) {
    this.listeners.forEach((response) => response.write(text))
  }
}
