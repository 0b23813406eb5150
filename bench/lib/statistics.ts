/** The smallest value that at least `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  if (!values.length) {
    throw new Error("A percentile needs at least one value.")
  }
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.ceil(share * sorted.length)
  return sorted[Math.max(rank, 1) - 1] as number
}

export function median(values: readonly number[]): number {
  if (!values.length) {
    throw new Error("A median needs at least one value.")
  }
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2
    ? upper
    : ((sorted[middle - 1] as number) + upper) / 2
}

export type Latency = { p50: number; p95: number; p99: number }

export const latencyOf = (milliseconds: readonly number[]): Latency => ({
  p50: percentile(milliseconds, 0.5),
  p95: percentile(milliseconds, 0.95),
  p99: percentile(milliseconds, 0.99),
})

export type PairedRatio = { median: number; lowest: number; highest: number }

/**
 * `ours / theirs`, round by round. The two halves of a round ran one after
 * the other, so what slowed the machine for a minute cancels out of the ratio
 * where it would stay in a ratio of two medians.
 */
export function pairedRatio(
  ours: readonly number[],
  theirs: readonly number[]
): PairedRatio {
  if (ours.length !== theirs.length) {
    throw new Error(
      `Pairs need as many rounds on both sides, not ${ours.length} and ${theirs.length}.`
    )
  }
  const ratios = ours.map((value, round) => value / (theirs[round] as number))
  return {
    median: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}

/** Repeatable numbers in [0, 1) (mulberry32), the same for both servers. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * An index below `length`, the low ones far more often: a tenth of the
 * products draws almost half of the visits, as in a real shop.
 */
export const popularIndex = (random: () => number, length: number) =>
  Math.floor(length * random() ** 3)
