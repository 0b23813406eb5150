/** The programs of scripts/ the bed builds on; they are plain Node. */
declare module "*/scripts/test/cluster.mjs" {
  export type Cluster = {
    dir: string
    /** Its address; put the name of a database behind it. */
    server: string
    shelve(): Promise<void>
    stop(): Promise<void>
  }
  export function startCluster(): Promise<Cluster>
}

declare module "*/scripts/lib/build.mjs" {
  export const directory: string
  export function isCurrent(): boolean
  export function ensureBuilt(options?: {
    onProgress?: (stage: string) => void
  }): Promise<{ directory: string; built: boolean }>
}
