/** More than this of all files together is refused, so that memory lasts. */
export const SHELF_LIMIT = 256 * 1024 * 1024

type Entry<Facts> = { bytes: Buffer; facts: Facts }

/** What a store keeps while the process lives. */
export class Shelf<Facts extends object> {
  private readonly entries = new Map<string, Entry<Facts>>()
  private size = 0

  constructor(private readonly limit = SHELF_LIMIT) {}

  /** False, and nothing changed, when there is no room. */
  put(key: string, bytes: Buffer, facts: Facts): boolean {
    const freed = this.entries.get(key)?.bytes.length ?? 0
    if (this.size - freed + bytes.length > this.limit) {
      return false
    }
    this.size += bytes.length - freed
    this.entries.set(key, { bytes, facts })
    return true
  }

  get(key: string): Entry<Facts> | undefined {
    return this.entries.get(key)
  }

  /** The first whose key and facts are wanted. */
  find(wanted: (key: string, facts: Facts) => boolean): string | undefined {
    for (const [key, { facts }] of this.entries) {
      if (wanted(key, facts)) {
        return key
      }
    }
    return undefined
  }

  remove(key: string): boolean {
    this.size -= this.entries.get(key)?.bytes.length ?? 0
    return this.entries.delete(key)
  }

  list() {
    return {
      bytes: this.size,
      files: [...this.entries].map(([key, { bytes, facts }]) => ({
        name: key,
        bytes: bytes.length,
        ...facts,
      })),
    }
  }
}
