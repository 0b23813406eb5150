import { LockMode } from "@medusajs/framework/mikro-orm/core"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type {
  BigNumberInput,
  Context,
  InventoryTypes,
  RestoreReturn,
  SoftDeleteReturn,
} from "@medusajs/framework/types"
import {
  BigNumber,
  EmitEvents,
  InjectManager,
  InjectTransactionManager,
  MathBN,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type Claim,
  type Level,
  levelsByPlace,
  type Place,
  refuseShortage,
} from "./shortage"
import { InventoryModuleService } from "./upstream"

type Ids = string | string[]

type ReservationUpdate = InventoryTypes.UpdateReservationItemInput & {
  id: string
}

/** A reservation as the database has it, deleted or not. */
type Reservation = Place & {
  id: string
  quantity: string
  allow_backorder: boolean
  deleted_at: Date | null
}

/** What a count found; null where nothing was kept before. */
type Counted = { written: boolean; before: number | null; reserved: number }

const COLUMNS = [
  "id",
  "inventory_item_id",
  "location_id",
  "quantity",
  "allow_backorder",
  "deleted_at",
]

const isMove = (
  { location_id }: ReservationUpdate,
  reservation: Reservation
): boolean =>
  location_id !== undefined && location_id !== reservation.location_id

function claimsOf(
  update: ReservationUpdate,
  reservation: Reservation | undefined
): Claim[] {
  if (!reservation) {
    return []
  }
  const { inventory_item_id, allow_backorder } = reservation
  const before = { inventory_item_id, location_id: reservation.location_id }
  // Medusa takes a quantity of 0 in a move for "as before".
  const quantity = isMove(update, reservation)
    ? update.quantity || reservation.quantity
    : (update.quantity ?? reservation.quantity)
  return [
    { ...before, quantity: MathBN.mult(reservation.quantity, -1) },
    {
      ...before,
      location_id: update.location_id ?? before.location_id,
      quantity,
      allow_backorder: update.allow_backorder || allow_backorder,
    },
  ]
}

/**
 * Medusa's Inventory module, which cannot sell the same piece twice.
 *
 * Medusa checks what is left, and writes `reserved_quantity` as what it read
 * plus a difference, without holding anything: two servers that read the same
 * number both sell the last piece, and one of two reservations is not counted.
 * It checks each line by itself, so two lines of one item pass together.
 *
 * Here each method that touches `reserved_quantity` or `stocked_quantity`
 * first locks the rows of `inventory_level` it is about, in the order of their
 * ids (docs/lock-order.md), reads them afresh, and refuses when all lines
 * together want more than is left. Only then does Medusa's own code run; what
 * it reads cannot change before it commits.
 *
 * Not guaranteed: staff may still count less than is reserved. The goods are
 * then missing in the warehouse, and no lock brings them back;
 * `npm run stock:check` shows it.
 */
export class InventoryService extends InventoryModuleService {
  @InjectTransactionManager()
  override async createReservationItems_(
    input: InventoryTypes.CreateReservationItemInput[],
    @MedusaContext() context: Context = {}
  ) {
    refuseShortage(await this.lockPlaces_(input, context), input)
    return super.createReservationItems_(input, context)
  }

  /**
   * Medusa's own loses count in a move: the new location gains the quantity
   * unchecked, and the old one keeps it.
   */
  @InjectTransactionManager()
  override async updateReservationItems_(
    input: ReservationUpdate[],
    @MedusaContext() context: Context = {}
  ) {
    const ids = input.map(({ id }) => id)
    const { levels, reservations } = await this.lockReservations_(
      { id: ids },
      context
    )
    const live = new Map(
      reservations.filter((r) => !r.deleted_at).map((r) => [r.id, r])
    )
    refuseShortage(
      levels,
      input.flatMap((update) => claimsOf(update, live.get(update.id)))
    )
    const levelAt = levelsByPlace(levels)
    const origin = (update: ReservationUpdate) => {
      const reservation = live.get(update.id)
      return reservation && isMove(update, reservation)
        ? { level: levelAt(reservation), quantity: reservation.quantity }
        : undefined
    }
    const updated = await super.updateReservationItems_(
      input.filter((update) => !origin(update)),
      context
    )
    for (const update of input) {
      const from = origin(update)
      if (from) {
        // One by one: together with others, Medusa does count the old place.
        const moved = await super.updateReservationItems_([update], context)
        updated.push(...moved)
        await this.giveBack_(from.level, from.quantity, context)
      }
    }
    return updated
  }

  @InjectTransactionManager()
  protected override async deleteReservationItems_(
    ids: Ids,
    @MedusaContext() context: Context = {}
  ) {
    await this.lockReservations_({ id: ids }, context)
    await super.deleteReservationItems_(ids, context)
  }

  @InjectTransactionManager()
  protected override async softDeleteReservationItems_(
    ids: Ids,
    config?: SoftDeleteReturn<string>,
    @MedusaContext() context: Context = {}
  ) {
    await this.lockReservations_({ id: ids }, context)
    await super.softDeleteReservationItems_(ids, config, context)
  }

  @InjectTransactionManager()
  protected override async deleteReservationItemByLocationId_(
    locationId: Ids,
    @MedusaContext() context: Context = {}
  ) {
    await this.lockLevels_({ location_id: locationId }, context)
    await super.deleteReservationItemByLocationId_(locationId, context)
  }

  @InjectTransactionManager()
  protected override async deleteReservationItemsByLineItem_(
    lineItemId: Ids,
    @MedusaContext() context: Context = {}
  ) {
    await this.lockReservations_({ line_item_id: lineItemId }, context)
    await super.deleteReservationItemsByLineItem_(lineItemId, context)
  }

  /**
   * Medusa counts a reservation again that was never deleted, and brings one
   * back although its goods were sold meanwhile. Here the first is left alone
   * and the second is refused.
   */
  @InjectTransactionManager()
  protected override async restoreReservationItems_(
    ids: Ids,
    config?: RestoreReturn<string>,
    @MedusaContext() context: Context = {}
  ) {
    await this.restore_({ id: ids }, config, context)
  }

  @InjectTransactionManager()
  protected override async restoreReservationItemsByLineItem_(
    lineItemId: Ids,
    @MedusaContext() context: Context = {}
  ) {
    await this.restore_({ line_item_id: lineItemId }, undefined, context)
  }

  @InjectTransactionManager()
  override async adjustInventory_(
    inventoryItemId: string,
    locationId: string,
    adjustment: BigNumberInput,
    @MedusaContext() context: Context = {}
  ) {
    const place = {
      inventory_item_id: inventoryItemId,
      location_id: locationId,
    }
    await this.lockPlaces_([place], context)
    return super.adjustInventory_(
      inventoryItemId,
      locationId,
      adjustment,
      context
    )
  }

  @InjectTransactionManager()
  override async updateInventoryLevels_(
    updates: InventoryTypes.UpdateInventoryLevelInput[],
    @MedusaContext() context: Context = {}
  ) {
    await this.lockPlaces_(updates, context)
    return super.updateInventoryLevels_(updates, context)
  }

  /**
   * Sets what is there at a place, unless more of it is reserved. What is
   * reserved cannot change in between, because the row is locked.
   */
  @InjectManager()
  @EmitEvents()
  async countStock(
    count: Place & { stocked_quantity: number },
    @MedusaContext() context: Context = {}
  ): Promise<Counted> {
    return this.countStock_(count, context)
  }

  @InjectTransactionManager()
  protected async countStock_(
    count: Place & { stocked_quantity: number },
    @MedusaContext() context: Context = {}
  ): Promise<Counted> {
    const [level] = await this.lockPlaces_([count], context)
    if (!level) {
      await this.createInventoryLevels_([count], context)
      return { written: true, before: null, reserved: 0 }
    }
    const before = Number(level.stocked_quantity)
    const reserved = Number(level.reserved_quantity)
    const written = count.stocked_quantity >= reserved
    if (written) {
      await super.updateInventoryLevels_([count], context)
    }
    return { written, before, reserved }
  }

  private async restore_(
    match: Record<string, Ids>,
    config: RestoreReturn<string> | undefined,
    context: Context
  ) {
    const { levels, reservations } = await this.lockReservations_(
      match,
      context
    )
    const gone = reservations.filter(({ deleted_at }) => deleted_at)
    if (gone.length) {
      refuseShortage(levels, gone)
      const ids = gone.map(({ id }) => id)
      await super.restoreReservationItems_(ids, config, context)
    }
  }

  private async giveBack_(
    level: Level | undefined,
    quantity: BigNumberInput,
    context: Context
  ) {
    if (level) {
      await this.inventoryLevelService_.update(
        [
          {
            id: level.id,
            reserved_quantity: MathBN.sub(level.reserved_quantity, quantity),
          },
        ],
        context
      )
    }
  }

  private async lockPlaces_(places: Place[], context: Context) {
    const pairs = places.map(({ inventory_item_id, location_id }) => ({
      inventory_item_id,
      location_id,
    }))
    return pairs.length ? this.lockLevels_({ $or: pairs }, context) : []
  }

  /**
   * Locks every level of the reserved items, not only where they are reserved:
   * a reservation that moves meanwhile stays under the lock.
   *
   * A line may get a reservation of another item meanwhile. What was locked is
   * then let go and locked again with it: to lock more while holding some would
   * leave the order of ids, and two such calls could wait for each other.
   */
  private async lockReservations_(
    match: Record<string, Ids>,
    context: Context
  ): Promise<{ levels: Level[]; reservations: Reservation[] }> {
    const transaction = transactionOf(managerOf(context))
    const items = new Set<string>()
    const grow = (reservations: Reservation[]) => {
      const before = items.size
      reservations.forEach((r) => items.add(r.inventory_item_id))
      return items.size > before
    }
    let reservations = await this.readReservations_(match, context)
    let levels: Level[] = []
    await transaction.raw("SAVEPOINT stock_locks")
    while (grow(reservations)) {
      await transaction.raw("ROLLBACK TO SAVEPOINT stock_locks")
      levels = await this.lockLevels_(
        { inventory_item_id: [...items] },
        context
      )
      reservations = await this.readReservations_(match, context)
    }
    await transaction.raw("RELEASE SAVEPOINT stock_locks")
    return { levels, reservations }
  }

  private async readReservations_(
    match: Record<string, Ids>,
    context: Context
  ): Promise<Reservation[]> {
    const manager = managerOf(context)
    // The query does not go through the ORM: it must not give what it remembers.
    await manager.flush()
    const query = manager.getKnex()<Reservation>("reservation_item")
    for (const [column, values] of Object.entries(match)) {
      void query.whereIn(column, [values].flat())
    }
    return query
      .select<Reservation[]>(COLUMNS)
      .transacting(transactionOf(manager))
  }

  private async lockLevels_(
    where: Record<string, unknown>,
    context: Context
  ): Promise<Level[]> {
    transactionOf(managerOf(context))
    const levels: (Level & { available_quantity: BigNumberInput })[] =
      await this.inventoryLevelService_.list(
        where,
        {
          order: { id: "ASC" },
          options: { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
        },
        context
      )
    // Medusa computes this once, when the entity is made, and refuses whatever
    // is more than it, even a line that only shrinks: of two pieces sold out, one
    // could not be shipped, because shipping lowers the stock first. What is too much has been decided by `refuseShortage`.
    for (const level of levels) {
      const left = MathBN.sub(level.stocked_quantity, level.reserved_quantity)
      level.available_quantity = new BigNumber(MathBN.max(left, 0))
    }
    return levels
  }
}

const managerOf = ({ transactionManager }: Context) =>
  transactionManager as SqlEntityManager

/** Outside a transaction a row lock is over as soon as it is taken. */
function transactionOf(manager: SqlEntityManager) {
  const transaction = manager.getTransactionContext()
  if (!transaction) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Stock is written in a transaction only. Call the method without an underscore at its end."
    )
  }
  return transaction
}
