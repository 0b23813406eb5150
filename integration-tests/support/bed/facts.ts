import { readFileSync, writeFileSync } from "node:fs"
import type { Place } from "./place"

/** What the minimal shop in the base template holds; written by its seed. */
export type SeedFacts = {
  admin: { email: string; password: string }
  super_admin: { email: string; password: string }
  customers: { email: string; password: string; phone?: string }[]
  publishable_key: string
  regions: Record<string, string>
  [key: string]: unknown
}

/** Where the shared shop of the run is. */
export type ShopFacts = {
  url: string
  simulators: string
  databaseUrl: string
  log: string
}

/** Everything a spec file needs to know about the run it belongs to. */
export type BedFacts = {
  /** Address of the run's Postgres; a database's name goes behind it. */
  postgres: string
  /** Where the server runs from: the build, or the sources. */
  server: Place
  seed: SeedFacts
  shop?: ShopFacts
}

const POINTER = "DUKA_TEST_BED"

export function writeFacts(file: string, facts: BedFacts) {
  writeFileSync(file, JSON.stringify(facts, null, 2), { mode: 0o600 })
  process.env[POINTER] = file
}

export function readFacts(): BedFacts {
  const file = process.env[POINTER]
  if (!file) {
    throw new Error(
      "The test bed is not running: jest.config.cjs starts it for modules, http, browser, faults and scale specs, not for unit specs."
    )
  }
  return JSON.parse(readFileSync(file, "utf8")) as BedFacts
}
