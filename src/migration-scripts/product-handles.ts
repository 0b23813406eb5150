import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

type Bad = { id: string; handle: string }

const GOOD = `handle ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(handle) <= 255`

/**
 * The database has the last word on what a product's address looks like, also
 * for code that asks no workflow. Medusa's own check lets other scripts pass.
 *
 * A script and not a migration: the table is that of Medusa's module.
 */
export default async function productHandles({
  container,
}: {
  container: MedusaContainer
}) {
  const knex: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Bad[] }>(
    `select id, handle from product
      where deleted_at is null and not (${GOOD}) order by id limit 20`
  )
  if (rows.length) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Some products have handles that this version refuses: ${rows
        .map(({ id, handle }) => `${id} (${handle})`)
        .join(
          ", "
        )}. Change them to lower-case letters a to z, digits and single hyphens, and migrate again.`
    )
  }
  await knex.raw(
    `alter table product
       drop constraint if exists "CK_product_handle",
       add constraint "CK_product_handle"
         check (deleted_at is not null or (${GOOD}))`
  )
}
