import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

type Double = { cart_id: string; orders: string[] }

/**
 * Two orders from one cart are refused by the database itself. Completing a
 * cart is locked, and the lock alone lets the second caller find the first
 * one's order; this holds when a lock is lost, and for code that takes none.
 *
 * A script and not a migration: Medusa makes its link tables after all
 * migrations. It leaves an index alone that its links do not know.
 */
export default async function oneOrderPerCart({
  container,
}: {
  container: MedusaContainer
}) {
  const knex: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Double[] }>(
    `SELECT cart_id, array_agg(order_id ORDER BY created_at) AS orders
       FROM order_cart WHERE deleted_at IS NULL
      GROUP BY cart_id HAVING count(*) > 1`
  )
  if (rows.length) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Some carts became two orders before this version prevented it: ${rows
        .map(({ cart_id, orders }) => `${cart_id} (${orders.join(", ")})`)
        .join(
          "; "
        )}. Cancel the order that is too much, delete its row from order_cart, and migrate again.`
    )
  }
  await knex.raw(
    `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_one_order_per_cart"
         ON order_cart (cart_id) WHERE deleted_at IS NULL`
  )
}
