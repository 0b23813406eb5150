import { z } from "@medusajs/framework/zod"
import { accounts } from "./sections/accounts"
import { cache } from "./sections/cache"
import { database } from "./sections/database"
import { demo } from "./sections/demo"
import { files } from "./sections/files"
import { messages } from "./sections/messages"
import { operations } from "./sections/operations"
import { payments } from "./sections/payments"
import { redis } from "./sections/redis"
import { server } from "./sections/server"
import { shop } from "./sections/shop"
import { web } from "./sections/web"
import type { Section, Setting } from "./setting"

/** Every setting of the shop, once, in the order of the documentation. */
export const sections: readonly Section[] = [
  server,
  database,
  redis,
  cache,
  web,
  accounts,
  payments,
  messages,
  files,
  shop,
  operations,
  demo,
]

const definitions = {
  ...server.settings,
  ...database.settings,
  ...redis.settings,
  ...cache.settings,
  ...web.settings,
  ...accounts.settings,
  ...payments.settings,
  ...messages.settings,
  ...files.settings,
  ...shop.settings,
  ...operations.settings,
  ...demo.settings,
}

export type SettingName = keyof typeof definitions

type Shape = { [K in SettingName]: (typeof definitions)[K]["type"] }

export const definitionOf: Readonly<Record<SettingName, Setting>> = definitions

export const settingNames = Object.keys(definitions) as SettingName[]

export const settingsSchema = z.object(
  Object.fromEntries(
    settingNames.map((name) => [name, definitions[name].type])
  ) as Shape
)

/** What the environment says, before the derived values are filled in. */
export type Read = z.infer<typeof settingsSchema>
