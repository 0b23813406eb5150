/* eslint-disable @medusajs/import-from-framework-not-internal --
   The package exports its provider definition only. A subclass needs the
   class; the version is pinned. */
export { PostgresSearchService } from "@medusajs/search-postgres/dist/services/postgres-search"
