import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { CartBox } from "./models/cart-box"
import { OrderBox } from "./models/order-box"
import { OriginalBox } from "./models/original-box"

const RESTOCK = `
update original_box_order_line set restocked = ?, updated_at = now()
where id = ? and restocked = ? and deleted_at is null
returning id`

/** Which products are offered with a box, and whose box a line is. */
export class OriginalBoxService extends MedusaService({
  OriginalBox,
  CartBox,
  OrderBox,
}) {
  /** Of two that count the same pieces back, one does. */
  @InjectManager()
  async countRestocked(
    { id, from, to }: { id: string; from: number; to: number },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const { transactionManager, manager } = context
    const rows = await (transactionManager ?? manager)?.execute(RESTOCK, [
      to,
      id,
      from,
    ])
    return (rows?.length ?? 0) > 0
  }
}
