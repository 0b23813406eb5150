/**
 * Does the same for many, a few at a time, so that the database works while
 * this process does. Ends when all have ended; then says what failed first.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length && !failures.length) {
      const index = next++
      try {
        results[index] = await work(items[index])
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length) {
    throw failures[0]
  }
  return results
}
