import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { type Sql, sqlIn } from "../sql"
import { freeSlug, slugBase } from "./free-slug"
import { CategoryProfile } from "./models/category-profile"
import { TagProfile } from "./models/tag-profile"
import * as statements from "./sql"
import type { CategoryBefore, SaveCategory, SaveTag, TagBefore } from "./types"

type Shared = Context<EntityManager>

/** In one order everywhere, so that two writers never wait for each other. */
const inOrder = <T>(rows: readonly T[], idOf: (row: T) => string) =>
  [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))

/** What Medusa's tags and categories lack, one row each. */
export class TaxonomyService extends MedusaService({
  CategoryProfile,
  TagProfile,
}) {
  /**
   * Writes profiles of tags, and tells how they were. A tag that has none gets
   * one, with a slug of its name that nobody else has.
   */
  @InjectManager()
  async saveTags(
    rows: readonly SaveTag[],
    @MedusaContext() context: Shared = {}
  ): Promise<TagBefore[]> {
    return this.saveTags_(rows, context)
  }

  @InjectTransactionManager()
  protected async saveTags_(
    rows: readonly SaveTag[],
    @MedusaContext() context: Shared = {}
  ): Promise<TagBefore[]> {
    const sql = sqlIn(context)
    // Who looks for a free slug must see those of all who came before.
    await sql(statements.LOCK_SLUGS)
    const before = await sql<TagBefore>(statements.before(statements.tags), [
      JSON.stringify(rows.map(({ tag_id }) => tag_id)),
    ])
    const held = new Map(
      before.map(({ tag_id, profile }) => [tag_id, profile?.slug])
    )
    for (const row of inOrder(rows, ({ tag_id }) => tag_id)) {
      await this.writeTag_(sql, row, held.get(row.tag_id))
    }
    return before
  }

  private async writeTag_(
    sql: Sql,
    { tag_id, name, profile }: SaveTag,
    held: string | null | undefined
  ): Promise<void> {
    const { slug = held } = profile
    await sql(
      ...statements.upsert(statements.tags, tag_id, {
        ...profile,
        slug: slug ?? (await this.slugFor_(sql, name, tag_id)),
      })
    )
  }

  private async slugFor_(
    sql: Sql,
    name: string,
    tag_id: string
  ): Promise<string> {
    const base = slugBase(name)
    const taken = await sql<{ slug: string }>(
      `${statements.SLUGS_LIKE} and tag_id <> ?`,
      [base, `${base}-`, tag_id]
    )
    return freeSlug(base, new Set(taken.map(({ slug }) => slug)))
  }

  /** Puts back what `saveTags` told. */
  @InjectManager()
  async restoreTags(
    before: readonly TagBefore[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.restore_(
      statements.tags,
      before.map(({ tag_id, profile }) => ({ id: tag_id, profile })),
      context
    )
  }

  /** Writes profiles of categories, and tells how they were. */
  @InjectManager()
  async saveCategories(
    rows: readonly SaveCategory[],
    @MedusaContext() context: Shared = {}
  ): Promise<CategoryBefore[]> {
    return this.saveCategories_(rows, context)
  }

  @InjectTransactionManager()
  protected async saveCategories_(
    rows: readonly SaveCategory[],
    @MedusaContext() context: Shared = {}
  ): Promise<CategoryBefore[]> {
    const sql = sqlIn(context)
    const before = await sql<CategoryBefore>(
      statements.before(statements.categories),
      [JSON.stringify(rows.map(({ category_id }) => category_id))]
    )
    for (const row of inOrder(rows, ({ category_id }) => category_id)) {
      await sql(
        ...statements.upsert(
          statements.categories,
          row.category_id,
          row.profile
        )
      )
    }
    return before
  }

  /** Puts back what `saveCategories` told. */
  @InjectManager()
  async restoreCategories(
    before: readonly CategoryBefore[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.restore_(
      statements.categories,
      before.map(({ category_id, profile }) => ({ id: category_id, profile })),
      context
    )
  }

  @InjectTransactionManager()
  protected async restore_(
    table: statements.Table,
    before: readonly {
      id: string
      profile: Readonly<Record<string, unknown>> | null
    }[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    const sql = sqlIn(context)
    for (const { id, profile } of inOrder(before, (row) => row.id)) {
      await (profile
        ? sql(...statements.upsert(table, id, profile))
        : sql(statements.remove(table), [id]))
    }
  }

  /** With a tag that is deleted its profile goes, and its slug. */
  @InjectManager()
  async hideTags(
    ids: readonly string[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.move_(statements.tags, ids, true, context)
  }

  @InjectManager()
  async bringBackTags(
    ids: readonly string[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.move_(statements.tags, ids, false, context)
  }

  @InjectManager()
  async hideCategories(
    ids: readonly string[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.move_(statements.categories, ids, true, context)
  }

  @InjectManager()
  async bringBackCategories(
    ids: readonly string[],
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await this.move_(statements.categories, ids, false, context)
  }

  @InjectTransactionManager()
  protected async move_(
    table: statements.Table,
    ids: readonly string[],
    away: boolean,
    @MedusaContext() context: Shared = {}
  ): Promise<void> {
    await sqlIn(context)(
      away
        ? statements.moved(table, "now()", "is null")
        : statements.moved(table, "null", "is not null"),
      [JSON.stringify(ids)]
    )
  }

  /** Which tags shoppers do not see, of these or of all. */
  @InjectManager()
  async listHiddenTags(
    ids?: readonly string[],
    @MedusaContext() context: Shared = {}
  ): Promise<string[]> {
    const rows = await this.listTagProfiles(
      { is_visible: false, ...(ids ? { tag_id: [...ids] } : {}) },
      { select: ["tag_id"], take: null, order: { tag_id: "ASC" } },
      context
    )
    return rows.map(({ tag_id }) => tag_id)
  }
}
