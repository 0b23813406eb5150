import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type CategoryFacts, categoryStatement } from "./categories"
import { type CoreFilters, coreConditions } from "./core-filters"
import { type FilterName, filterNames, filters } from "./filters"
import { affectedStatement, type Kind } from "./affected"
import { documentsStatement, type ProductDocument } from "./document"
import { type IndexState, indexStateStatement } from "./index-state"
import { direction, isPricedOrder, keyOf } from "./orders"
import { inChannel } from "./pieces"
import { priceOf, regionOf } from "./price"
import { matchesSearch } from "./search"
import { relatedStatement } from "./related"
import { soldStatement } from "./sold"
import { all, oneOf, type Sql, sql } from "./sql"
import { type Suggested, suggestStatement } from "./suggest"
import {
  tagCountStatement,
  type TagSelection,
  tagStatement,
  withoutTagStatement,
} from "./tags"
import type {
  Condition,
  Scope,
  Selected,
  SelectedProducts,
  Sold,
} from "./types"

export type Selection = {
  filters: Partial<Record<FilterName, Condition>>
  q?: string
  search_fields?: string[]
  order?: string
  /** Those of core's that were asked for as well. */
  core: CoreFilters
  skip: number
  take: number
}

/** Whether the answer depends on what something costs. */
export const isPriced = (selection: Selection): boolean =>
  filterNames.some((key) => selection.filters[key] && filters[key].priced) ||
  isPricedOrder(selection.order ?? "id")

/** The whole selection is one statement: the ids of a page, and the count. */
export function statement(selection: Selection, scope: Scope): Sql {
  const { q, search_fields, order = "id", core, skip, take } = selection
  const conditions = [
    sql`p.deleted_at is null and p.status = 'published'`,
    inChannel(scope),
    ...coreConditions(core),
    ...Object.values(selection.filters).map((condition) => condition(scope)),
    ...(q ? [matchesSearch(q, search_fields)] : []),
  ]
  return sql`with region as materialized (${regionOf(scope)}),
    chosen as (
      select p.id, ${keyOf(order)} as key
      from product p
      left join region on true
      left join product_profile pp
        on pp.product_id = p.id and pp.deleted_at is null
      ${priceOf(scope, isPriced(selection))}
      where ${all(conditions)})
    select (select count(*)::int from chosen) as count,
      array(select id from chosen order by ${direction(order)}
            limit ${take} offset ${skip}) as ids,
      array(select tag_id from tag_profile
            where not is_visible and deleted_at is null) as hidden_tags`
}

/**
 * Reads which products a list shows, across the tables of core's modules and
 * of ours, and nothing else. It owns no table and writes nothing; decision 010
 * says why this one place may look into the tables of others.
 */
export class CatalogueService {
  private readonly knex: Knex

  constructor(container: Record<string, unknown>) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  private async rows<Row>({ text, values }: Sql): Promise<Row[]> {
    const { rows } = await this.knex.raw<{ rows: Row[] }>(
      text,
      values as Knex.RawBinding[]
    )
    return rows
  }

  async select(selection: Selection, scope: Scope): Promise<SelectedProducts> {
    const [selected] = await this.rows<SelectedProducts>(
      statement(selection, scope)
    )
    return selected
  }

  /** What goes with a product, best first. */
  async related(
    product_id: string,
    take: number,
    scope: Scope
  ): Promise<string[]> {
    const [{ ids }] = await this.rows<{ ids: string[] }>(
      relatedStatement(product_id, take, scope)
    )
    return ids
  }

  /** Which tags a page of a list shows. */
  async selectTags(selection: TagSelection): Promise<Selected> {
    const [selected] = await this.rows<Selected>(tagStatement(selection))
    return selected
  }

  /** How many products have each tag; without a scope, of all there are. */
  async countInTags(
    ids: readonly string[],
    scope: Scope | null
  ): Promise<Map<string, number>> {
    const rows = await this.rows<{ id: string; product_count: number }>(
      tagCountStatement(ids, scope)
    )
    return new Map(rows.map(({ id, product_count }) => [id, product_count]))
  }

  /** How many published products would have no tag without these. */
  async countWithoutTag(ids: readonly string[]): Promise<number> {
    const [{ count }] = await this.rows<{ count: number }>(
      withoutTagStatement(ids)
    )
    return count
  }

  /** Path, level and products of categories. */
  async describeCategories(
    ids: readonly string[],
    scope: Scope | null
  ): Promise<Map<string, CategoryFacts>> {
    const rows = await this.rows<CategoryFacts>(categoryStatement(ids, scope))
    return new Map(rows.map((facts) => [facts.id, facts]))
  }

  /** How much was sold, of each product that ever was. */
  countSold(): Promise<Sold[]> {
    return this.rows<Sold>(soldStatement())
  }

  private async documents(where: Sql, limit: number) {
    const rows = await this.rows<{ document: ProductDocument }>(
      documentsStatement(where, limit)
    )
    return rows.map(({ document }) => document)
  }

  /** What is searched of these products; those that are gone are left out. */
  documentsOf(product_ids: readonly string[]): Promise<ProductDocument[]> {
    return this.documents(oneOf("p.id", product_ids), product_ids.length)
  }

  /** The next ones, by id. */
  documentsAfter(product_id: string, limit: number) {
    return this.documents(sql`p.id > ${product_id}`, limit)
  }

  /** Which products something that changed belongs to. */
  async affected(kind: Kind, ids: readonly string[]): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(affectedStatement(kind, ids))
    return rows.map(({ id }) => id)
  }

  /** Products that were deleted since. */
  async deletedSince(moment: Date): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      sql`select id from product where deleted_at >= ${moment.toISOString()}::timestamptz`
    )
    return rows.map(({ id }) => id)
  }

  /** Categories and brands for what somebody is typing. */
  async suggest(text: string, scope: Scope): Promise<Suggested> {
    const [suggested] = await this.rows<Suggested>(
      suggestStatement(text, scope)
    )
    return suggested
  }

  /** How a search index is; undefined while it was never made. */
  async indexState(index: string): Promise<IndexState | undefined> {
    const rows = await this.rows<IndexState>(indexStateStatement(index))
    return rows.at(0)
  }
}
