import {
  call,
  type Shop,
  shopAt,
  type Simulators,
  startServers,
  startSimulators,
} from "../../support"
import { type phoneOrder, promptOn, stateOf } from "../../http/mobile-money/bed"

type Placed = Awaited<ReturnType<typeof phoneOrder>>

/** As a scheduled job is named, with `job-` before it, among the workflows. */
export type Job =
  | "payment-sync"
  | "payment-retry"
  | "unpaid-order-expiry"
  | "refund-processing"
  | "payment-reconciliation"

const PATHS = {
  token: "/oauth/v1/generate",
  push: "/mpesa/stkpush/v1/processrequest",
  query: "/mpesa/stkpushquery/v1/query",
  reversal: "/mpesa/reversal/v1/request",
} as const

/** Two servers on one database, and one provider for both. */
export async function startPair(env: Record<string, string> = {}) {
  const simulators = await startSimulators()
  const servers = await startServers(2, {
    env: { SIMULATORS_URL: simulators.url, ...env },
  })
  const shops = servers.map((server) =>
    shopAt({ ...server, simulators: simulators.url })
  )
  return pairOf(simulators, shops)
}

function pairOf({ control }: Simulators, shops: Shop[]) {
  const [shop] = shops

  /** The job at the same moment on both servers, twice on each. */
  async function runEverywhere(job: Job) {
    const runs = await Promise.all(
      [...shops, ...shops].map(async (one) => {
        const { token } = await one.asSuperAdmin()
        return one.admin(`/workflows-executions/job-${job}/run`, {
          token,
          body: {},
        })
      })
    )
    expect(runs.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  }

  let seen = 0
  /** What the provider was asked before is not counted any more. */
  async function lookFromHere() {
    seen = (await control.journal("daraja")).at(-1)?.seq ?? 0
  }

  /** How often the provider was asked this, by what it was asked about. */
  async function asked(what: keyof typeof PATHS, field?: string) {
    const counts: Record<string, number> = {}
    for (const entry of await control.journal("daraja")) {
      const { seq, direction, path, body } = entry
      if (seq > seen && direction === "in" && path === PATHS[what]) {
        const about = field
          ? String((body as Record<string, unknown>)[field])
          : "all"
        counts[about] = (counts[about] ?? 0) + 1
      }
    }
    return counts
  }

  const rowsOf = <Row extends Record<string, unknown>>(
    text: string,
    placed: readonly Placed[]
  ) => shop.sql<Row>(text, [placed.map(({ order }) => order.id)])

  /** How often something happened to each of these orders. */
  const happened = async (what: string, placed: readonly Placed[]) =>
    (
      await rowsOf<{ times: number }>(
        `select count(e.id)::int as times from awaited_payment w
         left join ledger_entry e on e.awaited_id = w.id and e.what = '${what}'
         where w.order_id = any($1) group by w.order_id`,
        placed
      )
    ).map(({ times }) => times)

  const answerAll = async (
    placed: readonly Placed[],
    action: "approve" | "cancel",
    deliver = 1
  ) => {
    for (const { phone } of placed) {
      const prompt = await promptOn(shop, phone)
      await control.answer(phone, prompt.id, { action, deliver })
    }
    await control.idle("daraja")
  }

  const allAre = (state: string, placed: readonly Placed[]) =>
    Promise.all(placed.map(({ order }) => stateOf(shop, order.id, state)))

  /** One message to every server, some times each, all at once. */
  const deliver = (path: string, body: unknown, copies: number) =>
    Promise.all(
      shops.flatMap(({ url }) =>
        Array.from({ length: copies }, () =>
          call(`${url}${path}`, {
            body: JSON.stringify(body),
            headers: { "content-type": "application/json" },
          })
        )
      )
    )

  return {
    control,
    shop,
    shops,
    runEverywhere,
    asked,
    lookFromHere,
    lookFromTheStart: () => void (seen = 0),
    rowsOf,
    happened,
    answerAll,
    allAre,
    deliver,
  }
}

export type Pair = ReturnType<typeof pairOf>
