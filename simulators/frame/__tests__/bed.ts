import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "@medusajs/framework/zod"
import { ManualClock } from "../clock"
import { type RunningSimulators, startSimulators } from "../server"
import { defineSimulator, localUrl } from "../stand-in"

/** The smallest stand-in that does all a stand-in can do: it sells by phone. */
export const till = defineSimulator({
  name: "till",
  title: "Till",
  description: "Asks a phone for money and tells the shop what it said.",
  matches: ({ path }) => path.startsWith("/till/"),
  config: z.strictObject({
    webhook_url: localUrl.nullable().default(null),
    secret: z.string().default("till-secret"),
    retry_delays_ms: z.array(z.number()).default([]),
  }),
  build({ phones, callbacks, config, shopUrl }) {
    let sold = 0
    const tell = (event: string, lane = "till") =>
      callbacks.send({
        url: config().webhook_url ?? `${shopUrl}/hooks/till`,
        event,
        lane,
        body: JSON.stringify({ event }),
        sign: (body, at) => ({
          "x-signature": `${at}/${config().secret}/${body.length}`,
        }),
        retryDelays: config().retry_delays_ms,
        timeoutMs: 2_000,
      })
    return {
      refuse: ({ status, message }) => ({ status, body: { till: message } }),
      routes: [
        {
          method: "POST",
          path: "/till/ask/:msisdn",
          handle: (_, { msisdn }) => {
            const prompt = phones.prompt(msisdn, {
              amount: 250,
              currency: "KES",
              merchant: "Duka",
              expiresInMs: 60_000,
              onAnswer({ action, deliver }) {
                for (let copy = 0; copy < deliver; copy++) {
                  void tell(action)
                }
                if (action === "approve") {
                  phones.message(msisdn, {
                    channel: "sms",
                    from: "TILL",
                    text: "Paid <b>250</b>",
                  })
                }
              },
            })
            return { status: 202, body: { prompt: prompt.id } }
          },
        },
        {
          method: "POST",
          path: "/till/tell/:event",
          handle: (_, { event }) => {
            void tell(event)
            return { status: 200, body: { sold: ++sold } }
          },
        },
        {
          method: "GET",
          path: "/till/sold",
          handle: () => ({ status: 200, body: { sold } }),
        },
        {
          method: "POST",
          path: "/till/break",
          handle: () => {
            throw new Error("The till is on fire.")
          },
        },
      ],
    }
  },
})

type Heard = { path: string; body: string; headers: IncomingMessage["headers"] }

/** A shop that writes down what it is told and answers as it is told to. */
export async function startShop() {
  const heard: Heard[] = []
  const answers: number[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server: Server = createServer((message, response) => {
    let body = ""
    message.on("data", (chunk: Buffer) => (body += chunk.toString()))
    message.on("end", () => {
      heard.push({ path: message.url ?? "", body, headers: message.headers })
      response.writeHead(answers.shift() ?? 200).end("{}")
      for (const { count, resolve } of waiting) {
        if (heard.length >= count) {
          resolve()
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard,
    /** Statuses of the next answers; 200 after them. */
    answers,
    events: () =>
      heard.map(({ body }) => (JSON.parse(body) as { event: string }).event),
    told: (count: number) =>
      new Promise<void>((resolve) => {
        if (heard.length >= count) {
          resolve()
        } else {
          waiting.push({ count, resolve })
        }
      }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Bed = Awaited<ReturnType<typeof startBed>>

/** The till, a shop it talks to, and a clock that a test moves. */
export async function startBed() {
  const shop = await startShop()
  const clock = new ManualClock()
  const errors: string[] = []
  const simulators: RunningSimulators = await startSimulators({
    standIns: [till],
    shopUrl: shop.url,
    clock,
    onError: (message, error) => errors.push(`${message}: ${String(error)}`),
  })
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {}
  ) => {
    const reply = await fetch(`${simulators.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    })
    const text = await reply.text()
    const isJson = reply.headers.get("content-type")?.includes("json")
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      body: (isJson && text.endsWith("}") ? JSON.parse(text) : text) as Record<
        string,
        unknown
      >,
    }
  }
  return {
    shop,
    clock,
    errors,
    simulators,
    call,
    standIn: simulators.standIn("till"),
    tell: (event: string) => call("POST", `/till/tell/${event}`),
    faults: (...script: object[]) => call("POST", "/_sim/till/faults", script),
    async close() {
      await simulators.close()
      await shop.close()
    },
  }
}
