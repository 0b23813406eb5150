import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context, InferEntityType } from "@medusajs/framework/types"
import { kebabCase } from "@medusajs/framework/utils"
import { SLUG, SLUG_MAX, slugOf } from "../../../lib/slug"
import { sqlIn } from "../../sql"
import { NAME_SCOPE, type NameScope } from "../names"
import {
  hasChildren,
  hasProducts,
  insideItself,
  invalidHandle,
  invalidName,
  nameTaken,
  parentMissing,
} from "../refusals"
import * as statements from "../statements"
import { CoreCategoryRepository, type ProductCategory } from "../upstream"

type Category = InferEntityType<typeof ProductCategory>
type Create = Parameters<CoreCategoryRepository["create"]>[0]
type Update = Parameters<CoreCategoryRepository["update"]>[0]

const NAME_MAX = 100

type Texts = { name?: string; handle?: string }

function refuseTexts({ name, handle }: Texts): void {
  if (name !== undefined && !(name.trim() && name.length <= NAME_MAX)) {
    throw invalidName()
  }
  if (
    handle !== undefined &&
    !(SLUG.test(handle) && handle.length <= SLUG_MAX)
  ) {
    throw invalidHandle()
  }
}

/** What core made of the name is made again, of letters an address has. */
const withHandle = <T extends Texts>(category: T): T =>
  category.name !== undefined &&
  (category.handle ?? kebabCase(category.name)) === kebabCase(category.name)
    ? { ...category, handle: slugOf(category.name) }
    : category

/**
 * Medusa's repository of categories, which keeps the tree a tree.
 *
 * Medusa reads places and paths, reckons and writes them without holding
 * anything: two moves at once put each under the other, or give two categories
 * one place. A category that moves to the root loses its path, and with it
 * what is below. It deletes categories that have products.
 *
 * Here each writer of the tree waits for the one before
 * (docs/lock-order.md), and in its transaction paths and places are reckoned
 * anew from the parents. What may not be is refused, and nothing is written.
 *
 * Not guaranteed: a product that is put into a category in the moment in which
 * it is deleted is in none afterwards.
 */
export class ProductCategoryRepository extends CoreCategoryRepository {
  private readonly names: NameScope

  constructor(container: Record<string, unknown>) {
    // @ts-expect-error Medusa declares no parameters and passes on what it gets.
    super(container)
    this.names = container[NAME_SCOPE] as NameScope
  }

  override async create(data: Create, context: Context = {}) {
    const categories = data.map(withHandle)
    categories.forEach(refuseTexts)
    return this.changeTree_(context, async () => {
      await this.refuseMissingParents_(categories, context)
      return super.create(categories, context)
    })
  }

  override async update(data: Update, context: Context = {}) {
    data.forEach(refuseTexts)
    const renames = data.some(
      ({ name, parent_category_id }) =>
        name !== undefined || parent_category_id !== undefined
    )
    return this.changeTree_(
      context,
      async () => {
        await this.refuseMissingParents_(data, context)
        return super.update(data, context)
      },
      renames
    )
  }

  override async softDelete(ids: string[], context: Context = {}) {
    const sql = sqlIn(context)
    const given = [JSON.stringify(ids)]
    const count = async (text: string) =>
      (await sql<{ count: number }>(text, given))[0].count
    await this.lockTree_(context)
    await sql(statements.LOCK_ROWS, given)
    const children = await count(statements.COUNT_CHILDREN)
    if (children) {
      throw hasChildren(children)
    }
    const products = await count(statements.COUNT_PRODUCTS)
    if (products) {
      throw hasProducts(products)
    }
    const deleted = await super.softDelete(ids, context)
    await this.settle_(ids, context)
    return deleted
  }

  /** Medusa's own does not find what is deleted. */
  override async restore(
    ids: string[],
    context: Context = {}
  ): Promise<[Category[], Record<string, unknown[]>]> {
    const categories = await this.changeTree_(context, async () => {
      await sqlIn(context)(statements.BRING_BACK, [JSON.stringify(ids)])
      return managerOf(context).find<Category>(ENTITY, { id: ids })
    })
    return [categories, {}]
  }

  override async delete(ids: string[], context: Context = {}) {
    await this.lockTree_(context)
    const deleted = await super.delete(ids, context)
    await this.settle_(ids, context)
    return deleted
  }

  /** Nothing that was read before the lock is believed after it. */
  private async lockTree_(context: Context) {
    const sql = sqlIn(context)
    const manager = managerOf(context)
    await sql(statements.LOCK_TREE)
    await manager.flush()
    manager.clear()
  }

  private async changeTree_(
    context: Context,
    change: () => Promise<Category[]>,
    renames = true
  ): Promise<Category[]> {
    await this.lockTree_(context)
    const manager = managerOf(context)
    const categories = await change()
    await manager.flush()
    const ids = categories.map(({ id }) => id)
    await this.judge_(ids, renames, context)
    await this.settle_(ids, context)
    for (const category of categories) {
      await manager.refresh(category)
    }
    return categories
  }

  private async refuseMissingParents_(
    categories: readonly { parent_category_id?: string | null }[],
    context: Context
  ) {
    const parents = categories.flatMap((one) => one.parent_category_id ?? [])
    const missing = await sqlIn(context)(statements.MISSING_PARENTS, [
      JSON.stringify(parents),
    ])
    if (missing.length) {
      throw parentMissing()
    }
  }

  private async judge_(
    ids: readonly string[],
    renames: boolean,
    context: Context
  ) {
    const sql = sqlIn(context)
    const given = [JSON.stringify(ids)]
    if ((await sql(statements.CYCLES, given)).length) {
      throw insideItself()
    }
    if (
      renames &&
      this.names !== "no" &&
      (
        await sql(
          this.names === "everywhere"
            ? statements.TAKEN_EVERYWHERE
            : statements.TAKEN_BY_SIBLINGS,
          given
        )
      ).length
    ) {
      throw nameTaken()
    }
  }

  private async settle_(ids: readonly string[], context: Context) {
    await managerOf(context).flush()
    await sqlIn(context)(statements.SETTLE, [JSON.stringify(ids)])
  }
}

const ENTITY = "ProductCategory"

const managerOf = ({ transactionManager }: Context) =>
  transactionManager as SqlEntityManager
