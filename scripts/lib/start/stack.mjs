/** What was started, to be stopped in the opposite order. */
export function createStack() {
  const stops = []
  let unwinding

  async function unwind() {
    const errors = []
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop()
      } catch (error) {
        // The rest must be stopped all the same.
        errors.push(error)
      }
    }
    return errors
  }

  return {
    push: (stop) => stops.push(stop),
    unwind: () => (unwinding ??= unwind()),
    get unwinding() {
      return unwinding !== undefined
    },
  }
}
