import { readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { type Program, startProgram } from "./programs"

export type ShopFacts = {
  url: string
  admin: { email: string; password: string }
  super_admin: { email: string; password: string }
  customers: { email: string; password: string; phone: string }[]
  publishable_key: string
  regions: Record<string, string>
  simulators: string
  phone_page: string
  database_url: string
  pid: number
}

/** `npm start`, without npm, by somebody whose home is the shop's folder. */
export const startShop = (
  env: { DUKA_DIR: string } & Record<string, string>,
  place: { cwd?: string; uid?: number; gid?: number } = {}
): Program =>
  startProgram(["scripts/start.cjs"], {
    env: { SEED_ORDERS: "0", HOME: env.DUKA_DIR, ...env },
    ...place,
  })

export const isOpen = (shop: Program) => shop.says("Duka is open")

export const factsPath = (dir: string) => join(dir, "shop.json")

export function readShop(dir: string) {
  return {
    facts: JSON.parse(readFileSync(factsPath(dir), "utf8")) as ShopFacts,
    mode: statSync(factsPath(dir)).mode & 0o777,
  }
}

export async function logIn(
  url: string,
  person: { email: string; password: string },
  actor = "user"
) {
  const { status } = await fetch(`${url}/auth/${actor}/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: person.email, password: person.password }),
  })
  return status
}

export const statusOf = async (
  url: string,
  headers: Record<string, string> = {}
) => (await fetch(url, { headers })).status
