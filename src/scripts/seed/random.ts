/** A reproducible source of chance: the same seed gives the same shop. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  /** Of a list that is not empty. */
  pick<T>(items: readonly T[]): T
  /** Picks by weight; weights need not sum to one. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
  /** `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[]
}

function hash(text: string) {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

/** Mulberry32: 32 bits of state, good enough for made-up shops. */
export function createRandom(seed: string): Random {
  let state = hash(seed)

  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number) =>
    min + Math.floor(next() * (max - min + 1))
  const pick = <T>(items: readonly T[]) => items[int(0, items.length - 1)]
  const weighted = <T>(items: readonly (readonly [T, number])[]) => {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0)
    let left = next() * total
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) {
        return item
      }
    }
    return pick(items)[0]
  }
  const sample = <T>(items: readonly T[], count: number) => {
    const rest = [...items]
    const taken: T[] = []
    while (rest.length && taken.length < count) {
      taken.push(...rest.splice(int(0, rest.length - 1), 1))
    }
    return taken
  }
  return { next, int, chance: (p) => next() < p, pick, weighted, sample }
}
