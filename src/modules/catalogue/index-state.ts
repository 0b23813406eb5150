import { type Sql, sql } from "./sql"

/** How a search index is, and how it was last filled. */
export type IndexState = {
  name: string
  status: "pending" | "building" | "ready" | "error"
  version: number | null
  documents: number
  last_run: {
    status: "pending" | "processing" | "done" | "failed" | "canceled"
    documents: number
    started_at: string
    completed_at: string | null
  } | null
}

/** Core keeps it in tables of its own and has no question for it. */
export const indexStateStatement = (index: string): Sql => sql`
  select i.name, coalesce(v.status, 'pending') as status,
    i.active_version as version, coalesce(c.document_count, 0) as documents,
    (select jsonb_build_object('status', s.status,
        'documents', s.documents_synced, 'started_at', s.started_at,
        'completed_at', s.completed_at)
      from search_index_sync s
      join search_index_version built on built.id = s.search_index_version_id
      where built.search_index_id = i.id and s.deleted_at is null
      order by s.created_at desc, s.id desc limit 1) as last_run
  from search_index i
  left join search_index_version v on v.search_index_id = i.id
    and v.version = i.active_version and v.deleted_at is null
  left join search_postgres_index c on c.name = v.physical_name
  where i.name = ${index} and i.deleted_at is null`
