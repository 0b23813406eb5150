import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { isNameScope, NAME_SCOPE, type NameScope } from "../names"

type Options = { category_name_unique?: NameScope }

/** A repository is given no options, only what is registered beside it. */
export default async function nameScope({
  container,
  options,
}: LoaderOptions<Options>): Promise<void> {
  const given = options?.category_name_unique
  container.register(
    NAME_SCOPE,
    asValue(isNameScope(given) ? given : "siblings")
  )
}
