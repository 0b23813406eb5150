import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { MobileMoneyDriver } from "../driver"
import { SharedTokens } from "../ledger/tokens"

/** What every driver is given besides its own options. */
export type DriverDependencies = {
  sharedTokens: (account: string) => SharedTokens
}

export type DriverClass = {
  identifier: string
  new (
    dependencies: DriverDependencies,
    options: Record<string, unknown>
  ): MobileMoneyDriver
}

/** Under this name the container lists the drivers it has. */
export const DRIVER_NAMES = "mobileMoneyDrivers"

export type MobileMoneyOptions = { providers?: ModuleProvider[] }

export const DRIVER_PREFIX = "mm_"

/** Drivers are module providers, as payment providers are. */
export default async function loadDrivers({
  container,
  options,
}: LoaderOptions<MobileMoneyOptions>) {
  const connection = container.resolve(
    ContainerRegistrationKeys.PG_CONNECTION
  ) as unknown as Knex
  const names: string[] = []
  container.register({
    [DRIVER_NAMES]: asValue(names),
    sharedTokens: asValue(
      (account: string) => new SharedTokens(connection, account)
    ),
  })
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (klass, scope, provider) => {
      const driver = klass as unknown as DriverClass
      if (!driver.identifier) {
        throw new MedusaError(
          MedusaError.Types.INVALID_ARGUMENT,
          "A driver of mobile money needs a static `identifier`."
        )
      }
      names.push(driver.identifier)
      scope.register({
        [`${DRIVER_PREFIX}${driver.identifier}`]: asFunction(
          (cradle: DriverDependencies) =>
            new driver(cradle, provider.options ?? {}),
          { lifetime: Lifetime.SINGLETON }
        ),
      })
    },
  })
}
