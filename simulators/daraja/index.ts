import type { Route } from "../frame/routes"
import { type Behaviour, defineSimulator, type Frame } from "../frame/stand-in"
import { type Desk, teller } from "./announce"
import { createC2b } from "./c2b"
import { configSchema, type DarajaConfig } from "./config"
import { DarajaError, errorReply } from "./errors"
import { type Fields, readFields } from "./fields"
import { Ledger } from "./ledger"
import { createPull } from "./pull"
import { createPush } from "./push"
import { createQuery } from "./query"
import { createRequests } from "./requests"
import { Tokens } from "./tokens"

const OAUTH = "/oauth/v1/generate"

/** The codes of what does not reach any of Daraja's systems. */
const REFUSALS: Record<number, [string, string]> = {
  404: ["404.001.01", "Resource not found"],
  405: ["405.001", "Method Not Allowed"],
  413: ["400.002.05", "Bad Request - Invalid Request Payload"],
}

function build(frame: Frame<DarajaConfig>): Behaviour {
  const tokens = new Tokens(frame.clock, frame.config)
  const desk: Desk = { frame, ledger: new Ledger(), tell: teller(frame) }
  const c2b = createC2b(desk)
  const requests = createRequests(desk)
  const pull = createPull(desk)

  const post = (path: string, answer: (fields: Fields) => object): Route => ({
    method: "POST",
    path,
    handle(request) {
      tokens.check(request)
      return { status: 200, body: answer(readFields(request)) }
    },
  })

  return {
    routes: [
      {
        method: "GET",
        path: OAUTH,
        handle: (request) => tokens.grant(request),
      },
      post("/mpesa/stkpush/v1/processrequest", createPush(desk, c2b.confirm)),
      post("/mpesa/stkpushquery/v1/query", createQuery(desk)),
      post("/mpesa/transactionstatus/v1/query", requests.askStatus),
      post("/mpesa/reversal/v1/request", requests.askReversal),
      post("/mpesa/c2b/v1/registerurl", c2b.register),
      post("/mpesa/c2b/v2/registerurl", c2b.register),
      post("/mpesa/c2b/v1/simulate", c2b.simulate),
      post("/mpesa/c2b/v2/simulate", c2b.simulate),
      post("/pulltransactions/v1/register", pull.register),
      post("/pulltransactions/v1/query", pull.query),
    ],
    around(_, next) {
      try {
        return next()
      } catch (error) {
        return errorReply(error)
      }
    },
    refuse({ status, message }) {
      const [code, words] = REFUSALS[status] ?? ["500.003.1001", message]
      return errorReply(new DarajaError(status, code, words))
    },
  }
}

export const daraja = defineSimulator<DarajaConfig>({
  name: "daraja",
  title: "M-Pesa",
  description:
    "Safaricom's Daraja: prompts on the shopper's phone, callbacks, queries, statuses, reversals, C2B and pulls, at Safaricom's own paths.",
  matches: ({ path }) => /^\/(oauth|mpesa|pulltransactions)\//.test(path),
  config: configSchema,
  build,
})
