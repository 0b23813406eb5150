import { isTag, type Tag } from "./tags"

/**
 * Counts changes. Counts only go up, so over the same tags an equal sum means
 * that nothing has changed.
 */
export class Versions {
  private readonly changes = new Map<Tag, number>()
  private voided = 0

  /** A tag nobody knows here is one of a newer server: everything may be old. */
  changed(tag: string): void {
    if (isTag(tag)) {
      this.changes.set(tag, (this.changes.get(tag) ?? 0) + 1)
    } else {
      this.voidAll()
    }
  }

  voidAll(): void {
    this.voided += 1
  }

  of(tags: readonly Tag[]): number {
    let sum = this.voided
    for (const tag of tags) {
      sum += this.changes.get(tag) ?? 0
    }
    return sum
  }
}
