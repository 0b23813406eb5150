import {
  createDaraja,
  type DarajaConfig,
  parseC2bConfirmation,
  parseStkCallback,
  SIMULATED_ACCOUNT,
  type StkPushAccepted,
} from "../../../src/providers/payment-mpesa/daraja"
import { startShop } from "../../frame/__tests__/bed"
import { ManualClock } from "../../frame/clock"
import type { PromptAction } from "../../frame/phones"
import { startSimulators } from "../../frame/server"
import { daraja } from ".."

export const SHOPPER = "254712345678"
const CALLBACK = "/hooks/stk/0123abcd"
const CONFIRMATION = "/hooks/c2b/confirm"

export type DarajaBed = Awaited<ReturnType<typeof startDaraja>>

/** The stand-in, the client of the shop, and a shop that listens. */
export async function startDaraja() {
  const shop = await startShop()
  const clock = new ManualClock(Date.UTC(2026, 11, 31, 21, 30, 5))
  const simulators = await startSimulators({
    standIns: [daraja],
    shopUrl: shop.url,
    clock,
  })
  const sim = simulators.standIn("daraja")
  const connect = (change: Partial<DarajaConfig> = {}) =>
    createDaraja(
      { ...SIMULATED_ACCOUNT, baseUrl: simulators.url, ...change },
      { clock }
    )
  const client = connect()
  const send = (path: string, body: unknown, method = "POST") =>
    fetch(`${simulators.url}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  const order = {
    amount: 1500,
    phone: `+${SHOPPER}`,
    accountReference: "ORD1001",
    description: "Order 1001",
    callbackUrl: `${shop.url}${CALLBACK}`,
  }
  const heardAt = (path: string) =>
    shop.heard.filter((heard) => heard.path === path).map(({ body }) => body)
  const prompts = (msisdn = SHOPPER) => simulators.phones.show(msisdn).prompts

  return {
    shop,
    clock,
    sim,
    client,
    connect,
    send,
    order,
    url: simulators.url,
    prompts,
    messages: (msisdn = SHOPPER) =>
      simulators.phones.show(msisdn).messages.map(({ text }) => text),
    async push(change: Partial<typeof order> = {}): Promise<StkPushAccepted> {
      const result = await client.stkPush({ ...order, ...change })
      if (result.outcome !== "accepted") {
        throw new Error(`Not accepted: ${JSON.stringify(result)}`)
      }
      return result
    },
    /** Answers the prompt that is open on a phone, as its page does. */
    async answer(action: PromptAction, deliver = 1, msisdn = SHOPPER) {
      const open = prompts(msisdn).find(({ state }) => state === "waiting")
      const path = `/_sim/phones/${msisdn}/prompts/${open?.id}`
      return (await send(path, { action, deliver })).status
    },
    config: async (change: object) =>
      (await send("/_sim/daraja/config", change, "PUT")).status,
    faults: async (...script: object[]) =>
      (await send("/_sim/daraja/faults", script)).status,
    /** What the shop was told of prompts, once all of it has arrived. */
    async callbacks() {
      await sim.callbacks.idle()
      return heardAt(CALLBACK).map(parseStkCallback)
    },
    /** The same as it came, for what the client leaves out. */
    async rawCallbacks() {
      await sim.callbacks.idle()
      return heardAt(CALLBACK).map((body) => JSON.parse(body) as unknown)
    },
    async confirmations() {
      await sim.callbacks.idle()
      return heardAt(CONFIRMATION).map(parseC2bConfirmation)
    },
    registerC2b: () =>
      client.registerUrls({
        confirmationUrl: `${shop.url}${CONFIRMATION}`,
        validationUrl: `${shop.url}/hooks/c2b/validate`,
        whenUnreachable: "Completed",
      }),
    async token(headers: Record<string, string> = {}, query?: string) {
      const { consumerKey, consumerSecret } = SIMULATED_ACCOUNT
      const basic = Buffer.from(`${consumerKey}:${consumerSecret}`)
      const reply = await fetch(
        `${simulators.url}/oauth/v1/generate${query ?? "?grant_type=client_credentials"}`,
        {
          headers: {
            authorization: `Basic ${basic.toString("base64")}`,
            ...headers,
          },
        }
      )
      return {
        status: reply.status,
        body: (await reply.json()) as Record<string, unknown>,
      }
    },
    /** What the client would never send. */
    async post(
      path: string,
      body: unknown,
      token: string,
      type = "application/json"
    ) {
      const reply = await fetch(`${simulators.url}${path}`, {
        method: "POST",
        headers: { authorization: token, "content-type": type },
        body: typeof body === "string" ? body : JSON.stringify(body),
      })
      return {
        status: reply.status,
        body: (await reply.json()) as Record<string, unknown>,
      }
    },
    async close() {
      await simulators.close()
      await shop.close()
    },
  }
}
