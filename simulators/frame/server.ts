import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import { type Clock, systemClock } from "./clock"
import { createControl } from "./control"
import {
  parseJson,
  problemReply,
  readRequest,
  readTarget,
  sendReply,
  type SimulatorReply,
  type SimulatorRequest,
} from "./http"
import { LiveUpdates } from "./live"
import { maskBody, maskHeaders, maskQuery } from "./mask"
import { misbehave } from "./misbehave"
import { Phones } from "./phones"
import { Problem } from "./problem"
import { findRoute } from "./routes"
import type { AnyStandIn, RunningStandIn } from "./stand-in"

export type SimulatorsOptions = {
  standIns: AnyStandIn[]
  /** Where callbacks go unless a stand-in is told otherwise. */
  shopUrl: string
  /** 0 takes a free one. */
  port?: number
  clock?: Clock
  /** Files that are served as they are, such as the phone page. */
  pages?: (path: string) => SimulatorReply | undefined
  onError?: (message: string, error: unknown) => void
}

export type RunningSimulators = {
  url: string
  phones: Phones
  standIn(name: string): RunningStandIn
  close(): Promise<void>
}

/**
 * A web page whose name an attacker points at 127.0.0.1 still sends its own
 * name, so only requests that were meant for this machine are answered.
 */
function isForThisMachine(host: string | undefined) {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host ?? "")
}

export async function startSimulators({
  standIns,
  shopUrl,
  port = 0,
  clock = systemClock,
  pages = () => undefined,
  onError = () => undefined,
}: SimulatorsOptions): Promise<RunningSimulators> {
  let url = ""
  const live = new LiveUpdates()
  const phones = new Phones(clock, (msisdn) => live.phoneChanged(msisdn))
  const running = standIns.map((standIn) =>
    standIn.start({
      clock,
      phones,
      shopUrl: shopUrl.replace(/\/+$/, ""),
      url: () => url,
    })
  )
  const control = createControl({ standIns: running, phones })
  const answered = new Map<RunningStandIn, Set<() => void>>()

  const server = createServer((message, response) => {
    void handle(message, response).catch((error: unknown) => {
      if (!(error instanceof Problem)) {
        onError(`${message.method} ${message.url} failed`, error)
      }
      sendReply(response, problemReply(error))
      if (error instanceof Problem && error.type === "too_large") {
        message.destroy()
      }
    })
  })
  // As real providers do, and longer than any client keeps one: a connection
  // that closes under a request loses it.
  server.keepAliveTimeout = 75_000
  server.on("clientError", (_, socket) => {
    if (socket.writable) {
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
    }
  })

  async function handle(message: IncomingMessage, response: ServerResponse) {
    if (!isForThisMachine(message.headers.host)) {
      throw new Problem(
        "not_allowed",
        "The simulators answer requests to localhost only."
      )
    }
    const target = readTarget(message)
    if (target.pathname === "/_sim/events" && message.method === "GET") {
      if (!live.join(response)) {
        throw new Problem("conflict", "Too many phone pages are open.", [], 503)
      }
      return
    }
    const fact = { method: message.method ?? "GET", path: target.pathname }
    if (/^\/_sim(\/|$)/.test(fact.path)) {
      const request = await readRequest(message, target)
      return sendReply(response, await control(request))
    }
    const standIn = running.find(({ matches }) => matches(fact))
    if (standIn) {
      return serve(standIn, message, response, target)
    }
    const page = fact.method === "GET" ? pages(fact.path) : undefined
    if (!page) {
      throw new Problem(
        "not_found",
        `No stand-in answers at ${fact.path}. GET /_sim lists the stand-ins.`
      )
    }
    sendReply(response, page)
  }

  async function read(
    standIn: RunningStandIn,
    message: IncomingMessage,
    target: URL
  ) {
    try {
      return await readRequest(message, target, standIn.bodyLimit)
    } catch (error) {
      if (error instanceof Problem) {
        return standIn.behaviour.refuse({
          status: error.status,
          message: error.message,
        })
      }
      throw error
    }
  }

  async function serve(
    standIn: RunningStandIn,
    message: IncomingMessage,
    response: ServerResponse,
    target: URL
  ) {
    const request = await read(standIn, message, target)
    if ("status" in request) {
      response.setHeader("connection", "close")
      return sendReply(response, request)
    }
    const close = standIn.journal.open({
      direction: "in",
      method: request.method,
      path: request.path,
      query: maskQuery(request.query),
      headers: maskHeaders(request.headers),
      body: maskBody(readable(standIn, request)),
    })
    const fault = standIn.faults.take({ on: "request", ...request })
    const answer = () => answerOf(standIn, request)
    try {
      if (fault) {
        const result = await misbehave(fault, {
          response,
          answer,
          clock,
          callbacks: standIn.callbacks,
          nextRequest: () => nextRequest(standIn),
        })
        close({ ...result, answer: maskBody(result.answer) })
      } else {
        const reply = await answer()
        sendReply(response, reply)
        close({
          outcome: "answered",
          status: reply.status,
          answer: maskBody(reply.body),
        })
      }
    } catch (error) {
      onError(`${standIn.name}: ${request.method} ${request.path}`, error)
      const reply = standIn.behaviour.refuse({
        status: 500,
        message: "The stand-in failed. The simulators' log says where.",
        request,
      })
      sendReply(response, reply)
      close({ outcome: "broken", status: reply.status, error: String(error) })
    } finally {
      answered.get(standIn)?.forEach((notify) => notify())
      answered.delete(standIn)
    }
  }

  function nextRequest(standIn: RunningStandIn) {
    return new Promise<void>((resolve) => {
      const waiting = answered.get(standIn) ?? new Set()
      answered.set(standIn, waiting.add(resolve))
    })
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    phones,
    standIn(name) {
      const found = running.find((standIn) => standIn.name === name)
      if (!found) {
        throw new Error(`There is no stand-in "${name}".`)
      }
      return found
    },
    async close() {
      live.close()
      phones.close()
      running.forEach(({ callbacks }) => callbacks.close())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answerOf(
  { behaviour }: RunningStandIn,
  request: SimulatorRequest
): Promise<SimulatorReply> {
  const found = findRoute(behaviour.routes, request.method, request.path)
  const next = () =>
    found.kind === "route"
      ? found.route.handle(request, found.params)
      : behaviour.refuse({
          status: found.kind === "nothing" ? 404 : 405,
          message: `Unrecognized request URL (${request.method}: ${request.path}).`,
          request,
        })
  return behaviour.around ? behaviour.around(request, next) : next()
}

function readable({ behaviour }: RunningStandIn, request: SimulatorRequest) {
  if (!request.body) {
    return undefined
  }
  try {
    return behaviour.readable?.(request) ?? parseJson(request)
  } catch {
    return request.body
  }
}
