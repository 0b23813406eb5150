import { z } from "@medusajs/framework/zod"
import { faultScriptSchema } from "./faults"
import { parseJson, type SimulatorReply, type SimulatorRequest } from "./http"
import { maskBody } from "./mask"
import { type Phones, PROMPT_ACTIONS } from "./phones"
import { Problem, parseWith } from "./problem"
import { findRoute, type Route } from "./routes"
import type { RunningStandIn } from "./stand-in"

const answerSchema = z.strictObject({
  action: z.enum(PROMPT_ACTIONS),
  deliver: z.number().int().min(0).max(100).default(1),
})

type Controlled = { standIns: RunningStandIn[]; phones: Phones }

const ok = (body: unknown): SimulatorReply => ({
  status: 200,
  headers: { "cache-control": "no-store" },
  body,
})

function describe(standIn: RunningStandIn) {
  const holds = standIn.behaviour.holds?.()
  return {
    name: standIn.name,
    title: standIn.title,
    description: standIn.description,
    config: maskBody(standIn.config()),
    faults: standIn.faults.list(),
    journal_entries: standIn.journal.list().length,
    callbacks_pending: standIn.callbacks.pending,
    ...(holds === undefined ? {} : { holds }),
  }
}

function standInRoutes({ standIns }: Controlled): Route[] {
  const find = (name: string) => {
    const found = standIns.find((standIn) => standIn.name === name)
    if (!found) {
      throw new Problem(
        "not_found",
        `There is no stand-in "${name}". There are: ${standIns.map((standIn) => standIn.name).join(", ")}.`
      )
    }
    return found
  }
  return [
    {
      method: "GET",
      path: "/_sim",
      handle: () => ok({ stand_ins: standIns.map(describe) }),
    },
    {
      method: "GET",
      path: "/_sim/:name",
      handle: (_, { name }) => ok(describe(find(name))),
    },
    {
      method: "GET",
      path: "/_sim/:name/journal",
      handle: (_, { name }) => ok(find(name).journal.list()),
    },
    {
      method: "DELETE",
      path: "/_sim/:name/journal",
      handle(_, { name }) {
        find(name).journal.clear()
        return ok([])
      },
    },
    {
      method: "GET",
      path: "/_sim/:name/faults",
      handle: (_, { name }) => ok(find(name).faults.list()),
    },
    {
      method: "POST",
      path: "/_sim/:name/faults",
      handle(request, { name }) {
        const standIn = find(name)
        const script = parseWith(
          faultScriptSchema,
          parseJson(request),
          "The fault script"
        )
        standIn.faults.set(script)
        return ok(standIn.faults.list())
      },
    },
    {
      method: "DELETE",
      path: "/_sim/:name/faults",
      handle(_, { name }) {
        find(name).faults.set([])
        return ok([])
      },
    },
    {
      method: "PUT",
      path: "/_sim/:name/config",
      handle(request, { name }) {
        const standIn = find(name)
        standIn.configure(parseJson(request))
        return ok(maskBody(standIn.config()))
      },
    },
    {
      method: "GET",
      path: "/_sim/:name/idle",
      async handle(_, { name }) {
        await find(name).callbacks.idle()
        return ok({ idle: true })
      },
    },
  ]
}

function phoneRoutes({ phones }: Controlled): Route[] {
  return [
    {
      method: "GET",
      path: "/_sim/phones",
      handle: () => ok({ phones: phones.list() }),
    },
    {
      method: "GET",
      path: "/_sim/phones/:msisdn",
      handle: (_, { msisdn }) => ok(phones.show(msisdn)),
    },
    {
      method: "POST",
      path: "/_sim/phones/:msisdn/prompts/:id",
      handle(request, { msisdn, id }) {
        const answer = parseWith(
          answerSchema,
          parseJson(request),
          "The answer to the prompt"
        )
        return ok(phones.answer(msisdn, id, answer))
      },
    },
  ]
}

/** The one way in for the phone page, tests and scripts. */
export function createControl(controlled: Controlled) {
  const routes = [...phoneRoutes(controlled), ...standInRoutes(controlled)]
  return async (request: SimulatorRequest): Promise<SimulatorReply> => {
    const found = findRoute(routes, request.method, request.path)
    if (found.kind === "route") {
      return found.route.handle(request, found.params)
    }
    if (found.kind === "wrong-method") {
      const allowed = found.allowed.join(", ")
      return {
        status: 405,
        headers: { allow: allowed },
        body: new Problem(
          "not_allowed",
          `${request.path} takes ${allowed}, not ${request.method}.`
        ),
      }
    }
    throw new Problem(
      "not_found",
      `There is nothing at ${request.method} ${request.path}. docs/simulators.md lists the control API.`
    )
  }
}
