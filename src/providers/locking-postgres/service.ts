import { randomUUID } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ILockingProvider, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { anonymous, Leases } from "./leases"
import { LocalQueue } from "./local-queue"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
}

type Owner = { ownerId?: string | null }

export type PostgresLockingOptions = {
  /** Seconds a lock outlives the process that held it; 15 unless given. */
  lease?: number
}

/** Seconds that `execute` waits for its turn when the caller does not say. */
const PATIENCE = 30

/** Milliseconds between two looks at a row that another server holds. */
const LOOK = { first: 10, most: 200 }

/**
 * Stock is guarded where it is written: src/modules/inventory locks its rows in
 * the transaction that changes them. Callers in one process still stand in
 * line, so that a run on one item does not take every connection of the pool.
 */
const isGuardedByRows = (key: string) => key.startsWith("iitem_")

const sorted = (keys: string | string[]) => [...new Set([keys].flat())].sort()

const conflict = (message: string) =>
  new MedusaError(MedusaError.Types.CONFLICT, message)

/**
 * Locks that hold over several servers, in Postgres and without Redis.
 *
 * Medusa's providers do not, or not always: the one in memory ends at its
 * process; the one for Postgres lets a second caller in when no owner is named,
 * and keeps a connection while its job asks the same pool for more; the one for
 * Redis takes several keys at once, so that two callers can each get one and
 * wait for the other's.
 *
 * Not guaranteed: a process that stands still for longer than a lease may lose
 * a lock it still counts on. What must never happen twice is decided by a
 * unique key or a row lock as well (docs/lock-order.md).
 */
export class PostgresLockingService implements ILockingProvider {
  static identifier = "duka-locking-postgres"

  private readonly queue = new LocalQueue()
  private readonly leases: Leases

  constructor(
    dependencies: Dependencies,
    { lease = 15 }: PostgresLockingOptions = {}
  ) {
    this.leases = new Leases(
      dependencies[ContainerRegistrationKeys.PG_CONNECTION],
      dependencies[ContainerRegistrationKeys.LOGGER],
      lease
    )
  }

  async execute<T>(
    keys: string | string[],
    job: (signal?: AbortSignal) => Promise<T>,
    args: { timeout?: number; expire?: number } = {}
  ): Promise<T> {
    const wanted = sorted(keys)
    const patience = Math.max(args.timeout || PATIENCE, 1)
    const until = Date.now() + patience * 1000
    const leave = await this.stand(wanted, patience)
    try {
      const leased = wanted.filter((key) => !isGuardedByRows(key))
      return await this.underLease(leased, job, until)
    } finally {
      leave()
    }
  }

  async acquire(
    keys: string | string[],
    { ownerId, expire }: Owner & { expire?: number } = {}
  ): Promise<void> {
    const owner = ownerId ?? anonymous()
    const taken: string[] = []
    for (const key of sorted(keys)) {
      const before = this.leases.ownerOf(key)
      if (!(await this.leases.take(key, owner, { seconds: expire }))) {
        await this.giveBack(taken, owner)
        throw conflict(`"${key}" is in use. Try again in a moment.`)
      }
      if (before !== owner) {
        taken.push(key)
      }
    }
  }

  async release(
    keys: string | string[],
    { ownerId }: Owner = {}
  ): Promise<boolean> {
    const released: boolean[] = []
    for (const key of sorted(keys)) {
      // A workflow may go on, and give back, in another process; then any
      // anonymous owner is meant.
      const owner = ownerId ?? this.leases.anonymousOwnerOf(key)
      released.push(await this.leases.giveBack(key, owner))
    }
    return released.every(Boolean)
  }

  async releaseAll({ ownerId }: Owner = {}): Promise<void> {
    await this.leases.giveBackAll(ownerId ?? undefined)
  }

  /** Waits in line, but not for ever. */
  private async stand(keys: string[], patience: number) {
    const inTime = new AbortController()
    const { signal } = inTime
    const tooLate = setTimeout(patience * 1000, undefined, {
      signal,
      ref: false,
    }).then((): never => {
      throw conflict(
        `Waited ${patience} seconds for ${keys.join(", ")}, still in use. Try again.`
      )
    })
    // It only matters while somebody waits for it.
    tooLate.catch(() => undefined)
    try {
      return await this.queue.enter(keys, tooLate)
    } finally {
      inTime.abort()
    }
  }

  private async underLease<T>(
    keys: string[],
    job: (signal?: AbortSignal) => Promise<T>,
    until: number
  ): Promise<T> {
    const owner = `execute:${randomUUID()}`
    const control = new AbortController()
    const lost = () =>
      control.abort(
        conflict(
          `The lock on ${keys.join(", ")} was lost while its job ran. Try again.`
        )
      )
    const taken: string[] = []
    try {
      for (const key of keys) {
        await this.takeInTime(key, owner, { until, lost })
        taken.push(key)
      }
      const result = await job(control.signal)
      control.signal.throwIfAborted()
      return result
    } finally {
      await this.giveBack(taken, owner)
    }
  }

  private async takeInTime(
    key: string,
    owner: string,
    { until, lost }: { until: number; lost: () => void }
  ) {
    let pause = LOOK.first
    while (!(await this.leases.take(key, owner, { lost }))) {
      if (Date.now() >= until) {
        throw conflict(`"${key}" is still in use. Try again.`)
      }
      await setTimeout(pause * (0.5 + Math.random()))
      pause = Math.min(pause * 2, LOOK.most)
    }
  }

  private async giveBack(keys: string[], owner: string) {
    for (const key of keys) {
      await this.leases.giveBack(key, owner)
    }
  }
}
