import type { SearchTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { findHighlights, headlineOptions } from "./highlights"
import { marked } from "./marks"
import { meant } from "./distance"
import { SEARCH_PROVIDER } from "./name"
import { ensureConfig, lacking, missingExtensions } from "./preparation"
import { compile, guessable, type Parsed, type ReadUnit } from "./reading"
import { type Synonyms, type Unit, unitsOf } from "./units"
import { PostgresSearchService } from "./upstream"
import { addWords, clearWords, createWords, dropWords, findNear } from "./words"

type Query = SearchTypes.ProviderSearchQuery

/** How `provider_options` of a query says what means the same. */
type Options = { synonyms?: Synonyms }

const optionsOf = ({ search_options }: Query): Options =>
  search_options?.provider_options?.[SEARCH_PROVIDER] ?? {}

/**
 * Core's search on Postgres, and what it lacks: typing errors are judged word
 * by word and only where a word is known to no document (core's compares the
 * whole query with the whole text and finds far too much), synonyms, and
 * highlights. All of it is in how a query's text is read; tables, filters,
 * facets and orders are core's. `upstream.unit.spec.ts` fails when core
 * changes the parts that are replaced.
 */
export class SearchService extends PostgresSearchService {
  static override identifier = SEARCH_PROVIDER

  /** Core builds several statements of one query; all read it alike. */
  private readonly read = new WeakMap<Query, string>()

  protected override async createDocumentTable(
    ...[table, plan, manager]: Parameters<
      PostgresSearchService["createDocumentTable"]
    >
  ): Promise<void> {
    const missing = (await manager.execute(missingExtensions)) as {
      name: string
    }[]
    if (missing.length) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        lacking(missing.map(({ name }) => name))
      )
    }
    await manager.execute(ensureConfig(this.tsConfig_, this.language_))
    await super.createDocumentTable(table, plan, manager)
    for (const statement of createWords(table)) {
      await manager.execute(statement)
    }
  }

  protected override async dropDocumentTable(
    ...[table, manager]: Parameters<PostgresSearchService["dropDocumentTable"]>
  ): Promise<void> {
    await manager.execute(dropWords(table))
    await super.dropDocumentTable(table, manager)
  }

  override async clearIndex(
    input: Parameters<PostgresSearchService["clearIndex"]>[0]
  ): Promise<SearchTypes.SearchTask> {
    const { table_name } = await this.retrieve(input.index)
    await this.manager_.execute(clearWords(table_name))
    return super.clearIndex(input)
  }

  override async upsertDocuments(
    input: Parameters<PostgresSearchService["upsertDocuments"]>[0]
  ): Promise<SearchTypes.SearchTask> {
    const task = await super.upsertDocuments(input)
    const { table_name } = await this.retrieve(input.index)
    const ids = input.documents.map(
      (document) => document[input.definition.primary_key]
    )
    await this.manager_.execute(addWords(table_name), [JSON.stringify(ids)])
    return task
  }

  override async search(input: Query): Promise<SearchTypes.SearchResult> {
    const { highlight, ...search_options } = input.search_options ?? {}
    const query: Query = { ...input, search_options }
    const text = input.q?.trim()
    if (!text) {
      return super.search(query)
    }
    const { table_name } = await this.retrieve(input.index.physical_name)
    const read = await this.readText(text, query, table_name)
    this.read.set(query, read)
    const result = await super.search(query)
    return highlight && read
      ? this.highlighted(result, { highlight, read, table_name, input })
      : result
  }

  protected override keywordFragments(
    input: Parameters<PostgresSearchService["keywordFragments"]>[0]
  ): ReturnType<PostgresSearchService["keywordFragments"]> {
    const read = this.read.get(input.query)
    if (read === undefined) {
      return super.keywordFragments(input)
    }
    const on = input.query.search_options?.attributes_to_search_on
    const vector = on
      ? `(${this.onTheFlyVectorExpr(on, input.catalog.plan)})`
      : `"search_vector"`
    return {
      q: input.query.q,
      needsBm25Limit: false,
      rankSql: (params) => {
        params.push(read)
        return `ts_rank_cd(${vector}, ?::tsquery)`
      },
      matchSql: (params) => {
        params.push(read)
        return `${vector} @@ ?::tsquery`
      },
    }
  }

  private async readText(
    text: string,
    query: Query,
    table: string
  ): Promise<string> {
    const { match_strategy, typo_tolerance } = query.search_options ?? {}
    const units = unitsOf(text, optionsOf(query).synonyms ?? [])
    const read = await this.parse(units)
    const forgiving = typo_tolerance ?? true
    return compile(
      forgiving ? await this.guess(read, match_strategy, table) : read,
      match_strategy
    )
  }

  private async parse(units: readonly Unit[]): Promise<ReadUnit[]> {
    const texts = units.flatMap(({ text, others }) => [text, ...others])
    const parsed = (await this.manager_.execute(
      `select plainto_tsquery('${this.tsConfig_}', typed.text)::text as query,
              tsvector_to_array(to_tsvector('${this.tsConfig_}', typed.text)) as lexemes
         from jsonb_array_elements_text(?::jsonb) with ordinality as typed(text, place)
        order by typed.place`,
      [JSON.stringify(texts)]
    )) as Parsed[]
    let at = 0
    return units.map((unit) => ({
      unit,
      guesses: [],
      readings: parsed.slice(at, (at += 1 + unit.others.length)),
    }))
  }

  /** Adds what an unknown word may have meant. */
  private async guess(
    read: ReadUnit[],
    strategy: string | undefined,
    table: string
  ): Promise<ReadUnit[]> {
    const asked = read.flatMap((unit, at) => {
      const word = guessable(unit)
      const begun = strategy === "last" && at === read.length - 1
      return word ? [{ word, begun }] : []
    })
    if (!asked.length) {
      return read
    }
    const near = (await this.manager_.execute(findNear(table), [
      JSON.stringify(asked),
    ])) as { word: string; lexeme: string }[]
    return read.map((unit) => {
      const word = guessable(unit)
      const known = near.filter((row) => row.word === word)
      return word
        ? {
            ...unit,
            guesses: meant(
              word,
              known.map(({ lexeme }) => lexeme)
            ),
          }
        : unit
    })
  }

  private async highlighted(
    result: SearchTypes.SearchResult,
    {
      highlight,
      read,
      table_name,
      input,
    }: {
      highlight: NonNullable<SearchTypes.SearchOptions["highlight"]>
      read: string
      table_name: string
      input: Query
    }
  ): Promise<SearchTypes.SearchResult> {
    const wanted = typeof highlight === "object" ? highlight : undefined
    const { snippet } = wanted ?? {}
    const words =
      typeof snippet === "object" ? snippet.length : snippet ? 30 : undefined
    const { plan } = await this.retrieve(input.index.physical_name)
    // What a shopper may not read is not shown in pieces either.
    const paths = (wanted?.fields ?? plan.searchable).filter(
      (path) =>
        plan.searchable.includes(path) &&
        plan.fields.get(path)?.field.retrievable !== false
    )
    const rows = (await this.manager_.execute(
      findHighlights(table_name, this.tsConfig_),
      [
        JSON.stringify(paths),
        read,
        headlineOptions(words),
        JSON.stringify(result.hits.map(({ id }) => id)),
      ]
    )) as { id: string; path: string; text: string }[]
    const found = new Map<string, Record<string, string[]>>()
    for (const { id, path, text } of rows) {
      const of = found.get(id) ?? {}
      const html = marked(text, wanted?.pre_tag, wanted?.post_tag)
      found.set(id, { ...of, [path]: [...(of[path] ?? []), html] })
    }
    return {
      ...result,
      hits: result.hits.map((hit) => ({
        ...hit,
        highlights: found.get(hit.id) ?? {},
      })),
    }
  }
}
