type Release = () => Promise<unknown>

const releases: Release[] = []
const undos: (() => void)[] = []

/** Runs `release` when the spec file is over, the newest first. */
export function onRelease(release: Release) {
  releases.push(release)
}

/** Runs `undo` when the current test is over, the newest first. */
export function onTestEnd(undo: () => void) {
  undos.push(undo)
}

export function undoAll() {
  for (let next = undos.pop(); next; next = undos.pop()) {
    next()
  }
}

export async function releaseAll() {
  const failures: unknown[] = []
  for (let next = releases.pop(); next; next = releases.pop()) {
    await next().catch((error: unknown) => failures.push(error))
  }
  if (failures.length) {
    throw new AggregateError(failures, "The spec file could not clean up.")
  }
}
