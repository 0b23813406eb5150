import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { MarketCode } from "../../markets"

export type LogIn = { email: string; password: string }

export type CustomerLogIn = LogIn & { phone: string }

/** What a person, a script or a storefront needs to use the seeded shop. */
export type SeedReport = {
  admin: LogIn
  super_admin: LogIn
  customers: CustomerLogIn[]
  publishable_key: string
  regions: Record<MarketCode, string>
}

/**
 * Written next to its final name and renamed, so that whoever waits for the
 * file never reads half of it. Only its owner may read the log-ins.
 */
export async function writeReport(report: SeedReport, file: string) {
  const target = resolve(file)
  const draft = `${target}.${process.pid}.part`
  await mkdir(dirname(target), { recursive: true })
  await writeFile(draft, `${JSON.stringify(report, null, 2)}\n`, {
    mode: 0o600,
  })
  await rename(draft, target)
}
