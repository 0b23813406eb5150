import { randomUUID } from "node:crypto"
import { Client, type ClientConfig } from "@medusajs/framework/pg"
import { CHANNEL, watchTables } from "./triggers"

/** Nothing that was committed so long ago can be unheard of. */
const TESTED_EVERY = 3_000
const PATIENCE = 2_000
const TRIED_AGAIN_AFTER = 1_000

export type Hearing = {
  changed(tag: string): void
  /** Changes may have been missed. */
  missed(): void
  failed(error: unknown): void
}

type State = "idle" | "connecting" | "listening" | "closed"

const late = (milliseconds: number) =>
  new Promise<void>((done) => setTimeout(done, milliseconds).unref())

/**
 * Hears of changes on a connection of its own, from when it is first asked.
 * Notifications come in the order of commits, so one that it sends itself
 * comes after everything that was committed before.
 */
export class Listener {
  private readonly own = `duka_echo_${randomUUID().replaceAll("-", "")}`
  private readonly echoes = new Map<string, (heard: boolean) => void>()
  private state: State = "idle"
  private client: Client | undefined
  private beginning: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  private sent = 0
  private running: Promise<boolean> | undefined
  private next: Promise<boolean> | undefined

  constructor(
    private readonly connection: ClientConfig,
    private readonly hearing: Hearing
  ) {}

  /** Whether every change is heard of. Only the first calls wait for it. */
  async ready(): Promise<boolean> {
    if (this.state === "idle") {
      this.beginning = Promise.race([this.connect(), late(PATIENCE)])
      void this.beginning.then(() => (this.beginning = undefined))
    }
    await this.beginning
    return this.state === "listening"
  }

  /** Resolves when all is heard that was committed before the call. */
  async catchUp(): Promise<boolean> {
    if (!this.running) {
      return this.echo()
    }
    // It was sent before this call: one more, for all who come meanwhile.
    this.next ??= this.running.then(() => {
      this.next = undefined
      return this.echo()
    })
    return this.next
  }

  async close(): Promise<void> {
    const { client } = this
    this.state = "closed"
    this.forget()
    await client?.end().catch(() => undefined)
  }

  private async connect(): Promise<void> {
    this.state = "connecting"
    const client = new Client({
      ...this.connection,
      application_name: "duka catalogue cache",
      keepAlive: true,
    })
    this.client = client
    client.on("error", (error) => this.lose(client, error))
    client.on("end", () => this.lose(client))
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === this.own) {
        this.echoes.get(payload)?.(true)
      } else {
        this.hearing.changed(payload)
      }
    })
    try {
      await client.connect()
      // What is said here need not survive a crash of Postgres.
      await client.query("set synchronous_commit = off")
      await client.query(`listen ${CHANNEL}`)
      await client.query(`listen ${this.own}`)
      await watchTables(client)
    } catch (error) {
      this.lose(client, error)
    }
    if (this.client === client) {
      this.state = "listening"
      this.hearing.missed()
      this.testLater()
    }
  }

  private echo(): Promise<boolean> {
    const { client, own } = this
    if (!client || this.state !== "listening") {
      return Promise.resolve(false)
    }
    this.sent += 1
    const payload = String(this.sent)
    const echo = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        this.lose(client, new Error("Postgres did not answer in time."))
      }, PATIENCE)
      timer.unref()
      this.echoes.set(payload, (heard) => {
        clearTimeout(timer)
        this.echoes.delete(payload)
        resolve(heard)
      })
    })
    client
      .query("select pg_notify($1, $2)", [own, payload])
      .catch((error: unknown) => this.lose(client, error))
    const running = echo.finally(() => {
      if (this.running === running) {
        this.running = undefined
      }
    })
    this.running = running
    return running
  }

  private testLater(): void {
    this.timer = setTimeout(() => {
      void this.catchUp().then((heard) => {
        if (heard) {
          this.testLater()
        }
      })
    }, TESTED_EVERY)
    this.timer.unref()
  }

  private forget(): void {
    clearTimeout(this.timer)
    this.client = undefined
    this.hearing.missed()
    for (const echo of [...this.echoes.values()]) {
      echo(false)
    }
  }

  private lose(client: Client, error?: unknown): void {
    if (this.client !== client) {
      return
    }
    this.forget()
    this.hearing.failed(error)
    client.end().catch(() => undefined)
    this.state = "connecting"
    this.timer = setTimeout(() => void this.connect(), TRIED_AGAIN_AFTER)
    this.timer.unref()
  }
}
