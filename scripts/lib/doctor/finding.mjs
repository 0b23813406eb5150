/** What one check found: `ok`, `warn` (it works, but) or `fail`. */
export const ok = (name, message) => ({ name, status: "ok", message })
export const warn = (name, message) => ({ name, status: "warn", message })
export const fail = (name, message) => ({ name, status: "fail", message })

/** A check that breaks has failed and does not end the others. */
export async function examine(name, check) {
  try {
    return [await check()].flat()
  } catch (error) {
    return [fail(name, `could not be checked: ${error.message || error.code}.`)]
  }
}
