/** The programs of scripts/ the harness builds on; they are plain Node. */
declare module "*/scripts/lib/postgres.mjs" {
  export type Postgres = {
    port: number
    url(database: string): string
    exited: Promise<void>
    stop(): Promise<void>
  }
  export function startPostgres(options: {
    dir: string
    port?: number
    settings?: Record<string, string | number>
    log?: string
    onNote?: (sentence: string) => void
  }): Promise<Postgres>
  export function freePort(): Promise<number>
}

declare module "*/scripts/lib/build.mjs" {
  export function ensureBuilt(options?: {
    onProgress?: (line: string) => void
  }): Promise<{ directory: string; built: boolean }>
}
