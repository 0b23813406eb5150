import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  ContainerRegistrationKeys,
  createPgConnection,
  toMikroOrmEntities,
} from "@medusajs/framework/utils"
import { initModules, TestDatabaseUtils } from "@medusajs/test-utils"
import type { MpesaDriverOptions } from "../../../providers/mobile-money-mpesa/options"
import { MOBILE_MONEY, type MobileMoneyService } from ".."
import type { Opening } from "../ledger/attempts"
import type { Expected } from "../ledger/awaited"
import type { IncomingEvent } from "../ledger/events"
import type { Proof } from "../ledger/proofs"
import type { ReturnRequest } from "../ledger/returns"
import type { AttemptRow, AwaitedRow } from "../ledger/rows"
import type { Sql } from "../ledger/sql"
import * as models from "../models"

const TABLES = [
  "awaited_payment",
  "ledger_entry",
  "money_return",
  "payment_attempt",
  "payment_difference",
  "provider_event",
  "provider_token",
] as const

export type Table = (typeof TABLES)[number]

export const AMOUNT = 1500

/** The ledger asks nobody: an attempt only needs a driver of its name. */
const NOBODY: MpesaDriverOptions = {
  environment: "sandbox",
  simulatorsUrl: "http://127.0.0.1:9",
  account: {
    consumerKey: "key",
    consumerSecret: "secret",
    shortcode: "174379",
    passkey: "passkey",
  },
  hooksUrl: "http://127.0.0.1:9/hooks",
  checkAddresses: false,
}

type Started = {
  address: string
  knex: Knex
  ledger: MobileMoneyService
  stop(): Promise<void>
}

export const connect = (address: string) =>
  createPgConnection({ clientUrl: address }) as unknown as Knex

/** The module on a database that has its tables as the migrations make them. */
async function start(): Promise<Started> {
  const address = TestDatabaseUtils.getDatabaseURL("ledger-spec")
  const database = TestDatabaseUtils.getMikroOrmWrapper({
    clientUrl: address,
    mikroOrmEntities: toMikroOrmEntities(Object.values(models)),
    pathToMigrations: join(__dirname, "../migrations"),
  })
  await database.setupDatabase()
  const knex = connect(address)
  const { medusaApp, shutdown } = await initModules({
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: console,
    },
    modulesConfig: {
      [MOBILE_MONEY]: {
        resolve: "./src/modules/mobile-money",
        options: {
          providers: [
            {
              resolve: "./src/providers/mobile-money-mpesa",
              id: "mpesa",
              options: NOBODY,
            },
          ],
        },
      },
    },
    databaseConfig: { clientUrl: address },
    preventConnectionDestroyWarning: true,
  })
  const ledger = medusaApp.modules[MOBILE_MONEY] as unknown
  return {
    address,
    knex,
    ledger: ledger as MobileMoneyService,
    async stop() {
      await shutdown()
      await knex.destroy()
      await database.clearDatabase()
    },
  }
}

/** Also the entries, which refuse it for everybody who does not say this. */
const clear = (knex: Knex) =>
  knex.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const table of TABLES) {
      await transaction.raw(`delete from ${table}`)
    }
  })

export type LedgerBed = ReturnType<typeof bedOf>

/** A suite on the tables of the ledger, which are empty for each test. */
export function ledgerSuite(suite: (bed: LedgerBed) => void) {
  let started: Started
  beforeAll(async () => {
    started = await start()
  }, 120_000)
  afterEach(() => clear(started.knex))
  afterAll(() => started.stop())
  suite(bedOf(() => started))
}

function bedOf(started: () => Started) {
  let made = 0
  // A suite is described before there is a database.
  const ledger = new Proxy({} as MobileMoneyService, {
    get: (_, name: keyof MobileMoneyService) => started().ledger[name],
  })

  const sqlOf =
    (connection: () => Pick<Knex, "raw">): Sql =>
    async (text, values = []) =>
      (await connection().raw(text, [...values] as string[])).rows
  const sql = sqlOf(() => started().knex)

  /** Another connection, in the middle of a transaction. */
  const elsewhere = async () => {
    const transaction = await started().knex.transaction()
    return {
      sql: sqlOf(() => transaction),
      commit: () => transaction.commit(),
      /** As when the process dies: Postgres takes all of it back. */
      die: () => transaction.rollback(),
    }
  }

  /** Everything that is written down, to compare with. */
  const everything = async (...tables: Table[]) =>
    Object.fromEntries(
      await Promise.all(
        (tables.length ? tables : TABLES).map(
          async (table) =>
            [table, await sql(`select * from ${table} order by id`)] as const
        )
      )
    )

  const row = async <Row extends object = Record<string, unknown>>(
    table: Table,
    id: string
  ) => (await sql<Row>(`select * from ${table} where id = ?`, [id]))[0]

  /** As if it had come to this some other way. */
  const put = (table: Table, id: string, values: Record<string, unknown>) => {
    const columns = Object.keys(values)
    return sql(
      `update ${table} set ${columns.map((name) => `${name} = ?`).join(", ")} where id = ?`,
      [...Object.values(values), id]
    )
  }

  /** So many seconds later, as far as one column knows. */
  const age = (table: Table, id: string, column: string, seconds: number) =>
    sql(
      `update ${table} set ${column} = ${column} - ? * interval '1 second' where id = ?`,
      [seconds, id]
    )

  const expectMoney = (changes: Partial<Expected> = {}): Promise<AwaitedRow> =>
    ledger.expectPayment({
      order_id: `order_${++made}`,
      payment_collection_id: "pay_col_1",
      driver: "mpesa",
      amount: AMOUNT,
      currency_code: "kes",
      phone: "+254712345678",
      minutes: 15,
      ...changes,
    })

  const openFor = ({ order_id }: AwaitedRow, changes: Partial<Opening> = {}) =>
    ledger.openAttempt({
      order_id,
      phone: "+254712345678",
      token_hash: `hash ${++made}`,
      started_by: "shopper",
      patience: 120,
      cool_down: 10,
      most: 3,
      ...changes,
    })

  const attemptFor = async (
    awaited: AwaitedRow,
    changes: Partial<Opening> = {}
  ): Promise<AttemptRow> => {
    const opened = await openFor(awaited, changes)
    if ("refused" in opened) {
      throw new Error(`Refused: ${opened.refused}`)
    }
    return opened.opened
  }

  const prove = ({ id }: { id: string }, changes: Partial<Proof> = {}) =>
    ledger.acceptProof({
      attempt_id: id,
      actor: "provider",
      source: "query",
      ...changes,
    })

  /** An order that waits, and one question for it. */
  const begun = async () => {
    const awaited = await expectMoney()
    return { awaited, attempt: await attemptFor(awaited) }
  }

  /** An order that has its money. */
  const settled = async () => {
    const { awaited, attempt } = await begun()
    await prove(attempt, { receipt: `RECEIPT${made}` })
    await ledger.markPaid({
      id: awaited.id,
      attempt_id: attempt.id,
      actor: "job",
    })
    return { awaited, attempt }
  }

  const requestOf = (
    attempt: { id: string },
    changes: Partial<ReturnRequest> = {}
  ) =>
    ledger.requestReturn({
      attempt_id: attempt.id,
      way: "reversal",
      cause: "refund",
      amount: AMOUNT,
      requested_by: "user_1",
      ...changes,
    })

  /** Money of a settled order that is to go back. */
  const returning = async (changes: Partial<ReturnRequest> = {}) => {
    const { awaited, attempt } = await settled()
    const requested = await requestOf(attempt, changes)
    if ("refused" in requested) {
      throw new Error(`Refused: ${requested.refused}`)
    }
    return { awaited, attempt, id: requested.requested.id }
  }

  const message = async (changes: Partial<IncomingEvent> = {}) => {
    const stored = await ledger.storeEvent({
      driver: "mpesa",
      topic: "payment",
      key: `key ${++made}`,
      subject_id: "patt_1",
      body: { paid: true },
      ...changes,
    })
    return stored?.id ?? ""
  }

  const happened = async (awaitedId: string) =>
    (
      await sql<{ what: string }>(
        "select what from ledger_entry where awaited_id = ? order by id",
        [awaitedId]
      )
    ).map(({ what }) => what)

  return {
    ledger,
    address: () => started().address,
    sql,
    elsewhere,
    everything,
    row,
    put,
    age,
    expectMoney,
    openFor,
    attemptFor,
    prove,
    begun,
    settled,
    requestOf,
    returning,
    message,
    happened,
  }
}
